package dev.rapport.notifier;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Moves the service's clock. */
public final class TestClock {

    private TestClock() {}

    /** Sets the service's time, and waits until it shows. */
    public static void set(Clock clock, Instant time) {
        offset(Duration.between(Instant.now(), time));
        awaitTime(clock, time);
    }

    /** Back to the system's time; waits until it shows, as what is told before that would be planned in another time. */
    public static void reset(Clock clock) {
        offset(Duration.ZERO);
        awaitTime(clock, Instant.now());
    }

    private static void awaitTime(Clock clock, Instant time) {
        await().until(() -> Duration.between(time, clock.instant()).abs().compareTo(Duration.ofSeconds(5)) < 0);
    }

    private static void offset(Duration offset) {
        try {
            Files.writeString(Path.of(System.getProperty("test.clock.file")), offset.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
