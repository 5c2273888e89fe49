package dev.rapport.notifier.edition.page;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A tie's course as a small line, drawn or in letters. */
final class Sparkline {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 20;
    private static final int MARGIN = 2;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    /** Below this, a peak is no peak: the line of a weak tie stays near the ground. */
    private static final int LEAST_PEAK = 20;

    private final List<Integer> heights;
    private final int peak;

    /** @param heights at least two, 0..100 */
    Sparkline(List<Integer> heights) {
        this.heights = heights;
        this.peak = Math.max(LEAST_PEAK, Collections.max(heights));
    }

    /** The points of an SVG polyline in a box of 104 by 24. */
    String points() {
        var points = new StringBuilder();
        for (int i = 0; i < heights.size(); i++) {
            points.append(i == 0 ? "" : " ").append(decimal(x(i))).append(',').append(decimal(y(i)));
        }
        return points.toString();
    }

    /** The same, closed along the ground. */
    String area() {
        var ground = decimal(HEIGHT + MARGIN);
        return decimal(MARGIN) + "," + ground + " " + points() + " " + decimal(WIDTH + MARGIN) + "," + ground;
    }

    /** Where the line ends: today. */
    String endY() {
        return decimal(y(heights.size() - 1));
    }

    /** As letters, every second week, for mails. */
    String blocks() {
        var blocks = new StringBuilder();
        for (int i = 1; i < heights.size(); i += 2) {
            blocks.append(BLOCKS.charAt((BLOCKS.length() - 1) * heights.get(i) / peak));
        }
        return blocks.toString();
    }

    private double x(int i) {
        return MARGIN + (double) WIDTH * i / (heights.size() - 1);
    }

    private double y(int i) {
        return MARGIN + HEIGHT * (1 - (double) heights.get(i) / peak);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
