package dev.rapport.notifier.reminder;

import dev.rapport.api.problem.ApiException;
import dev.rapport.notifier.recurrence.Occurrence;
import dev.rapport.notifier.recurrence.RecurrenceRule;
import dev.rapport.notifier.recurrence.Series;
import dev.rapport.notifier.recurrence.UnusableRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a reminder that a member sets comes first, and whether it comes again.
 *
 * @param localAt the local time of that, null where an instant was chosen
 * @param latestAt when the next occurrence takes its place, null without one
 * @param series null for what comes once
 */
record Timing(Instant dueAt, LocalDateTime localAt, Instant latestAt, Series series) {

    private static final Duration FARTHEST = Duration.ofDays(3660);

    /** Throws a 400 that names the field for what cannot be. */
    static Timing of(ManualDetails details, ZoneId zone, Instant now) {
        if ((details.dueAt() == null) == (details.localDateTime() == null)) {
            throw ApiException.invalid("dueAt", "must be there unless localDateTime is; send one of the two");
        }
        if (details.rrule() != null) {
            return recurring(details, zone, now);
        }
        if (details.localDateTime() == null) {
            return new Timing(soon("dueAt", details.dueAt(), now), null, null, null);
        }
        var localAt = micros(details.localDateTime());
        var occurrence = at(localAt, zone);
        return new Timing(soon("localDateTime", occurrence.at(), now), localAt, null, null);
    }

    /** Comes at a local time of which the member's zone decides what instant it is; a chosen instant says which time. */
    private static Timing recurring(ManualDetails details, ZoneId zone, Instant now) {
        var field = details.dueAt() == null ? "localDateTime" : "dueAt";
        var start = details.dueAt() == null
                ? details.localDateTime()
                : soon(field, details.dueAt(), now).atZone(zone).toLocalDateTime();
        soon(field, at(start, zone).at(), now);
        var series = new Series(micros(start), rule(details.rrule()));
        var first = first(series, zone, now);
        var localAt = first.date().atTime(series.start().toLocalTime());
        var next = series.after(first.date(), zone).map(Occurrence::at).orElse(null);
        return new Timing(first.at(), localAt, next, series);
    }

    private static Occurrence first(Series series, ZoneId zone, Instant now) {
        return series.first(zone)
                .filter(first -> first.at().isAfter(now))
                .orElseThrow(() -> ApiException.invalid("rrule", "must name a date from the first time on"));
    }

    private static RecurrenceRule rule(String text) {
        try {
            return RecurrenceRule.parse(text);
        } catch (UnusableRule e) {
            throw ApiException.invalid("rrule", e.getMessage());
        }
    }

    /** The local date of the occurrence, empty for what comes once. */
    Optional<LocalDate> date() {
        return Optional.ofNullable(series).map(it -> localAt.toLocalDate());
    }

    private static Occurrence at(LocalDateTime local, ZoneId zone) {
        // Whether it is far too far is decided by the instant, which not every local date has.
        if (local.getYear() < 1 || local.getYear() > 9999) {
            throw ApiException.invalid("localDateTime", "must lie in the future, at most ten years ahead");
        }
        return Occurrence.of(local.toLocalDate(), local.toLocalTime(), zone);
    }

    private static Instant soon(String field, Instant at, Instant now) {
        if (!at.isAfter(now) || at.isAfter(now.plus(FARTHEST))) {
            throw ApiException.invalid(field, "must lie in the future, at most ten years ahead");
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDateTime micros(LocalDateTime at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
