package dev.rapport.notifier.delivery;

import java.time.Duration;

/** Waits that double from a first to a longest one, each varied by a fifth, so that what failed together does not return together. */
record RetrySchedule(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * The wait after a failed attempt.
     *
     * @param attempt how many attempts were made, from 1
     * @param random 0..1
     */
    Duration after(int attempt, double random) {
        var doublings = Math.min(Math.max(attempt - 1, 0), MOST_DOUBLINGS);
        double millis = Math.min((double) longest.toMillis(), first.toMillis() * Math.pow(2, doublings));
        return Duration.ofMillis(Math.round(millis * (0.8 + 0.4 * random)));
    }
}
