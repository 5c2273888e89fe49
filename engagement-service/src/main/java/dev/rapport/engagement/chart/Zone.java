package dev.rapport.engagement.chart;

/**
 * A stretch of the scale that has a name; it is shaded.
 *
 * @param from the lower end, on the scale of the chart
 * @param to the upper end
 */
public record Zone(String name, double from, double to) {}
