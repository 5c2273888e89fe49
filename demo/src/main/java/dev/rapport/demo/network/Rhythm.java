package dev.rapport.demo.network;

import java.util.Random;

/**
 * When people are in touch.
 *
 * <p>Gaps are heavy-tailed: Barabási, "The origin of bursts and heavy tails in human dynamics", Nature 435 (2005), finds
 * P(gap) ~ gap^-1 for correspondence. Here that law is cut at both ends, so that it has a mean: the longest gap is
 * {@value #SPAN} times the shortest. Hours of the day follow a circadian rhythm with two working peaks.
 */
final class Rhythm {

    static final double DAY = 86_400;
    private static final double SPAN = 90;

    private static final int[] HOURS = {
        1, 0, 0, 0, 0, 1, 3, 8, 20, 32, 34, 28, 16, 24, 32, 30, 26, 20, 14, 11, 10, 8, 5, 2,
    };

    private final Random random;

    Rhythm(Random random) {
        this.random = random;
    }

    /** A gap with this mean, between about a 20th and 4.5 times of it; same unit as the mean. */
    double gap(double mean) {
        double shortest = mean * Math.log(SPAN) / (SPAN - 1);
        return shortest * Math.pow(SPAN, random.nextDouble());
    }

    /** A second of the day, local time. */
    int secondOfDay() {
        int sum = 0;
        for (int weight : HOURS) {
            sum += weight;
        }
        int drawn = random.nextInt(sum);
        int hour = 0;
        while (drawn >= HOURS[hour]) {
            drawn -= HOURS[hour++];
        }
        return hour * 3600 + random.nextInt(3600);
    }

    /** Seconds to wait until people are awake: what falls between midnight and six happens seven hours later. */
    static double sleepAt(double second) {
        double hour = (second - Math.floor(second / DAY) * DAY) / 3600;
        return hour < 6 ? 7 * 3600.0 : 0;
    }
}
