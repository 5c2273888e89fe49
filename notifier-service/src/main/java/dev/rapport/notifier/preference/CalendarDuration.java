package dev.rapport.notifier.preference;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;

/** The two readings of an ISO-8601 duration: {@code P1D} is a calendar day, {@code PT24H} is 24 hours. */
public final class CalendarDuration {

    private CalendarDuration() {}

    /** A positive {@link Period} or {@link Duration} of at most a year; throws {@link DateTimeException} for all else. */
    public static TemporalAmount of(String text) {
        if (text.startsWith("PT")) {
            var exact = Duration.parse(text);
            return require(exact, !exact.isNegative() && !exact.isZero() && exact.toDays() <= 366);
        }
        var calendar = Period.parse(text);
        return require(calendar, !calendar.isNegative() && !calendar.isZero() && days(calendar) <= 366);
    }

    private static long days(Period period) {
        return period.toTotalMonths() * 30 + period.getDays();
    }

    private static TemporalAmount require(TemporalAmount amount, boolean fits) {
        if (!fits) {
            throw new DateTimeException("not above zero and up to one year");
        }
        return amount;
    }
}
