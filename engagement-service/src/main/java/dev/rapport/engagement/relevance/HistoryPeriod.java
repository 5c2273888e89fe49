package dev.rapport.engagement.relevance;

import dev.rapport.api.problem.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * A period and the step at which it is looked at.
 *
 * @param from before {@code to}
 * @param step at least a minute, and no shorter than a 2,000th of the period
 */
record HistoryPeriod(Instant from, Instant to, Duration step) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration USUAL = Duration.ofDays(90);
    private static final int POINTS = 2000;
    /** A period whose step is not named is looked at in about so many points. */
    private static final int USUAL_POINTS = 180;

    /** What is not named is the last 90 days up to now, in about 180 points. */
    static HistoryPeriod of(Instant from, Instant to, String step, Instant now) {
        var end = (to == null ? now : to).truncatedTo(ChronoUnit.MICROS);
        within("to", end);
        var begin = from == null ? end.minus(USUAL) : from.truncatedTo(ChronoUnit.MICROS);
        within("from", begin);
        if (!begin.isBefore(end)) {
            throw ApiException.invalid("from", "must be before to");
        }
        var length = Duration.between(begin, end);
        var steps = step == null ? usual(length) : parse(step);
        if (steps.compareTo(Duration.ofMinutes(1)) < 0 || length.dividedBy(steps) >= POINTS - 1) {
            throw ApiException.invalid(
                    "step",
                    "must be at least PT1M and give at most 2,000 points: name a longer step or a shorter period");
        }
        return new HistoryPeriod(begin, end, steps.compareTo(length) > 0 ? length : steps);
    }

    private static Duration usual(Duration length) {
        var hours = Math.max(1, length.dividedBy(USUAL_POINTS).toHours());
        return Duration.ofHours(hours);
    }

    private static Duration parse(String step) {
        try {
            return Duration.parse(step);
        } catch (DateTimeParseException e) {
            throw ApiException.invalid(
                    "step", "must be an ISO-8601 duration of days, hours or minutes, such as P1D or PT6H");
        }
    }

    private static void within(String name, Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw ApiException.invalid(name, "must be of the years 1900 to 2199");
        }
    }
}
