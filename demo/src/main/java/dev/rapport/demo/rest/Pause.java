package dev.rapport.demo.rest;

import java.time.Duration;

/** Waiting, so that tests need not. */
@FunctionalInterface
public interface Pause {

    /** Returns after this long. */
    void sleep(Duration duration);

    /** Really waits. */
    static Pause real() {
        return duration -> {
            try {
                Thread.sleep(duration.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ApiFailure(0, "Interrupted.");
            }
        };
    }
}
