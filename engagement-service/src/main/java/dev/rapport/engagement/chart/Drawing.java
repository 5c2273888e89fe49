package dev.rapport.engagement.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws one chart. */
final class Drawing {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 340;
    private static final int LEFT = 52;
    private static final int RIGHT = WIDTH - 16;
    private static final int CEILING = 44;
    private static final int FLOOR = HEIGHT - 56;
    private static final int STEPS = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final LineChart chart;
    private final StringBuilder svg = new StringBuilder(8192);
    /** In milliseconds since 1970; the same when there is but one instant, or none. */
    private final long begin;

    private final long end;

    Drawing(LineChart chart) {
        this.chart = chart;
        var times = chart.series().stream()
                .flatMap(one -> one.points().stream())
                .mapToLong(point -> point.at().toEpochMilli())
                .summaryStatistics();
        begin = times.getMin();
        end = times.getMax();
    }

    String svg() {
        var id = "c" + Integer.toHexString(chart.title().hashCode());
        svg.append(("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" class=\"chart\""
                        + " aria-labelledby=\"%s-t %s-d\">\n")
                .formatted(WIDTH, HEIGHT, id, id));
        svg.append("<title id=\"%s-t\">%s</title>\n".formatted(id, Xml.text(chart.title())));
        svg.append("<desc id=\"%s-d\">%s</desc>\n".formatted(id, Xml.text(chart.description())));
        svg.append(ChartStyle.CSS);
        svg.append("<rect class=\"paper\" width=\"%d\" height=\"%d\"/>\n".formatted(WIDTH, HEIGHT));
        svg.append("<text class=\"head\" x=\"%d\" y=\"24\">%s</text>\n".formatted(LEFT, Xml.text(chart.title())));
        zones();
        scale();
        if (begin <= end) {
            dates();
            lines();
        }
        return svg.append("</svg>\n").toString();
    }

    private void zones() {
        for (int i = 0; i < chart.zones().size(); i++) {
            var zone = chart.zones().get(i);
            double upper = y(Math.min(zone.to(), chart.top()));
            svg.append("<rect class=\"zone z%d\" x=\"%d\" y=\"%s\" width=\"%d\" height=\"%s\"/>\n"
                    .formatted(i, LEFT, number(upper), RIGHT - LEFT, number(y(zone.from()) - upper)));
            svg.append("<text class=\"zone-name\" x=\"%d\" y=\"%s\">%s</text>\n"
                    .formatted(RIGHT - 6, number((upper + y(zone.from())) / 2 + 4), Xml.text(zone.name())));
        }
    }

    private void scale() {
        for (int i = 0; i <= STEPS; i++) {
            double value = chart.top() * i / STEPS;
            svg.append("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>\n"
                    .formatted(LEFT, RIGHT, number(y(value)), number(y(value))));
            svg.append("<text class=\"value\" x=\"%d\" y=\"%s\">%s</text>\n"
                    .formatted(LEFT - 8, number(y(value) + 4), number(value)));
        }
    }

    private void dates() {
        for (int i = 0; i <= STEPS; i++) {
            var at = Instant.ofEpochMilli(begin + (end - begin) * i / STEPS);
            svg.append("<text class=\"date d%d\" x=\"%s\" y=\"%d\">%s</text>\n"
                    .formatted(i == 0 ? 0 : i == STEPS ? 2 : 1, number(x(at)), FLOOR + 18, DAY.format(at)));
        }
    }

    private void lines() {
        for (int i = 0; i < chart.series().size(); i++) {
            var one = chart.series().get(i);
            var points = one.points().stream()
                    .map(point -> number(x(point.at())) + "," + number(y(Math.min(chart.top(), point.value()))))
                    .collect(Collectors.joining(" "));
            svg.append("<polyline class=\"line l%d\" points=\"%s\"/>\n".formatted(i, points));
            if (one.points().size() == 1) {
                var only = one.points().get(0);
                svg.append("<circle class=\"dot p%d\" cx=\"%s\" cy=\"%s\" r=\"3\"/>\n"
                        .formatted(i, number(x(only.at())), number(y(Math.min(chart.top(), only.value())))));
            }
            if (chart.series().size() > 1) {
                int x = LEFT + i * (RIGHT - LEFT) / chart.series().size();
                svg.append("<line class=\"line l%d\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>\n"
                        .formatted(i, x, x + 28, HEIGHT - 16, HEIGHT - 16));
                svg.append("<text class=\"key\" x=\"%d\" y=\"%d\">%s</text>\n"
                        .formatted(x + 34, HEIGHT - 12, Xml.text(one.name())));
            }
        }
    }

    private double x(Instant at) {
        return begin == end ? LEFT : LEFT + (at.toEpochMilli() - begin) / (double) (end - begin) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return FLOOR - value / chart.top() * (FLOOR - CEILING);
    }

    /** At most one decimal, and none when it is 0. */
    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
    }
}
