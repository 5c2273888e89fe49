package dev.rapport.notifier.edition.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The course of a tie over the last weeks: its decayed strength at the end of each, on the scale of the score. Every touch
 * weighs the same here, so it is the shape that tells, not the figure.
 *
 * @param halfLifeWeeks how long until a touch weighs half, above 0
 * @param kappa the strength that makes a score of 50, above 0
 */
public record Trend(double halfLifeWeeks, double kappa) {

    /** How many weeks are shown. */
    public static final int WEEKS = 26;

    /** How many weeks back touches are worth counting. */
    public static final int WEEKS_COUNTED = 52;

    /**
     * The course, the latest week last; null where there is nothing to show.
     *
     * @param touches how many touches there were so many weeks ago, 0 for this week
     */
    public List<Integer> of(Map<Integer, Integer> touches) {
        var course = new ArrayList<Integer>();
        double strength = 0;
        for (int ago = WEEKS_COUNTED - 1; ago >= 0; ago--) {
            strength = strength * Math.pow(2, -1 / halfLifeWeeks) + touches.getOrDefault(ago, 0);
            if (ago < WEEKS) {
                course.add((int) Math.round(100 * (1 - Math.pow(2, -strength / kappa))));
            }
        }
        return course.stream().allMatch(height -> height == 0) ? null : List.copyOf(course);
    }
}
