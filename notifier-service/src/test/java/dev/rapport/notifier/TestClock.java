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
        await().until(() -> Duration.between(time, clock.instant()).abs().compareTo(Duration.ofSeconds(5)) < 0);
    }

    /** Back to the system's time. */
    public static void reset() {
        offset(Duration.ZERO);
    }

    private static void offset(Duration offset) {
        try {
            Files.writeString(Path.of(System.getProperty("test.clock.file")), offset.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
