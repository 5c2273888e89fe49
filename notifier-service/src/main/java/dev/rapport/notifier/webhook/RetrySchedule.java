package dev.rapport.notifier.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The waits between attempts, each varied by a fifth, so that what failed together does not return together. */
record RetrySchedule(List<Duration> waits) {

    /**
     * The wait after a failed attempt; empty when that was the last one.
     *
     * @param attempt how many attempts were made, from 1
     * @param random 0..1
     */
    Optional<Duration> after(int attempt, double random) {
        if (attempt > waits.size()) {
            return Optional.empty();
        }
        var millis = waits.get(attempt - 1).toMillis() * (0.8 + 0.4 * random);
        return Optional.of(Duration.ofMillis(Math.round(millis)));
    }
}
