package dev.rapport.engagement.chart;

import java.time.Instant;
import java.util.List;

/**
 * One line of a chart.
 *
 * @param points in the order of time
 */
public record Series(String name, List<Point> points) {

    /** One value at one instant. */
    public record Point(Instant at, double value) {}

    public Series {
        points = List.copyOf(points);
    }
}
