package dev.rapport.messaging;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Waits longer after each failure, from a tenth of a second up to ten, with jitter so that instances do not move in step. */
final class Backoff {

    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 10_000;

    private long next = FIRST_MILLIS;

    /** Waits; when interrupted it throws, so that a stopping service gives the work back. */
    void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting to retry", e);
        }
        next = Math.min(next * 2, LONGEST_MILLIS);
    }
}
