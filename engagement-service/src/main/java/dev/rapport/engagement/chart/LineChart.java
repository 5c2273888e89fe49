package dev.rapport.engagement.chart;

import java.util.List;

/**
 * Values over time. Lines differ in colour and in dashes, so that nobody needs to tell colours apart; the description tells
 * in words what the lines show.
 *
 * @param title what the chart is about
 * @param description what can be seen in it, for those who cannot see it
 * @param top the highest value of the scale, which begins at 0; above zero
 * @param zones stretches of the scale to be shaded
 * @param series up to five lines
 */
public record LineChart(String title, String description, double top, List<Zone> zones, List<Series> series) {

    public LineChart {
        zones = List.copyOf(zones);
        series = List.copyOf(series);
    }

    /** The scale's highest value for lines that reach so high: 1, 2 or 5 times a power of ten. */
    public static double topOf(double highest) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, highest))));
        for (double factor : new double[] {1, 2, 5}) {
            if (highest <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** The document. */
    public String svg() {
        return new Drawing(this).svg();
    }
}
