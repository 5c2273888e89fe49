package dev.rapport.engagement.scoring;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The fixed instant from which forward decay counts, and time in days from it. */
final class Landmark {

    /** Never to be changed: every stored key is relative to it. */
    static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    private static final double MICROS_PER_DAY = 86_400_000_000.0;

    private Landmark() {}

    /** Days from the landmark, negative before it, exact to the microsecond. */
    static double days(Instant at) {
        return days(Duration.between(START, at));
    }

    /** A duration in days, cut to the microsecond. */
    static double days(Duration duration) {
        return (duration.getSeconds() * 1e6 + duration.getNano() / 1000) / MICROS_PER_DAY;
    }

    /** The instant that lies so many days after the landmark, to the nearest microsecond. */
    static Instant instant(double days) {
        return START.plus(Math.round(days * MICROS_PER_DAY), ChronoUnit.MICROS);
    }
}
