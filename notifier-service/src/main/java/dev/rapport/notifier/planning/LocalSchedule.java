package dev.rapport.notifier.planning;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A member's daily moment: a local time in a time zone, on the days on which the member looks. A time that the clocks skip is
 * moved forward by the length of the gap; one that they repeat is taken the first time, as {@link java.time.ZonedDateTime} does.
 *
 * @param zone the member's IANA time zone
 * @param editionTime when the member's day of reminders begins
 * @param days the days on which the member looks, at least one
 * @param quiet when the member is left alone on these days; hours that end when they begin are none
 */
public record LocalSchedule(ZoneId zone, LocalTime editionTime, Set<DayOfWeek> days, Optional<QuietHours> quiet) {

    public LocalSchedule {
        days = EnumSet.copyOf(days);
        quiet = quiet.filter(hours -> !hours.from().equals(hours.to()));
    }

    /** On every day, with no quiet hours. */
    public LocalSchedule(ZoneId zone, LocalTime editionTime) {
        this(zone, editionTime, EnumSet.allOf(DayOfWeek.class), Optional.empty());
    }

    /** The edition time of a local date, as an instant. */
    public Instant on(LocalDate date) {
        return date.atTime(editionTime).atZone(zone).toInstant();
    }

    /** The local date of an instant. */
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The first instant of the local date of an instant. */
    public Instant startOfDay(Instant instant) {
        return dateOf(instant).atStartOfDay(zone).toInstant();
    }

    /** The first instant of the local date after that of an instant. */
    public Instant endOfDay(Instant instant) {
        var next = dateOf(instant).plusDays(1);
        var end = next.atStartOfDay(zone).toInstant();
        // A zone that changed sides of the date line skipped a whole date: its midnight is the end of the date before.
        return end.isAfter(instant) ? end : next.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The first edition time that lies after an instant, on a later local date, and on a day on which the member looks. */
    public Instant nextDay(Instant instant) {
        var date = dateOf(instant).plusDays(1);
        // Where clocks are set back across midnight, the next date may have begun once already.
        while (!on(date).isAfter(instant) || !dateOf(on(date)).isAfter(dateOf(instant)) || !looksOn(dateOf(on(date)))) {
            date = date.plusDays(1);
        }
        return on(date);
    }

    /** The first edition time after an instant on a day on which the member looks; it may be on the same local date. */
    public Instant nextEdition(Instant instant) {
        var date = dateOf(instant);
        while (!on(date).isAfter(instant) || !looksOn(dateOf(on(date)))) {
            date = date.plusDays(1);
        }
        return on(date);
    }

    /** Whether the member looks on a local date. */
    public boolean looksOn(LocalDate date) {
        return days.contains(date.getDayOfWeek());
    }

    /** The instant itself or, when the member is left alone then, the end of the quiet hours or days that it lies in. */
    public Instant awake(Instant instant) {
        var at = instant;
        while (isQuiet(at)) {
            at = endOfQuiet(at);
        }
        return at;
    }

    private boolean isQuiet(Instant instant) {
        var local = instant.atZone(zone);
        return !looksOn(local.toLocalDate())
                || quiet.filter(hours -> hours.contains(local.toLocalTime())).isPresent();
    }

    /** A later instant, at which the quiet hours or days that this one lies in are over. */
    private Instant endOfQuiet(Instant instant) {
        return looksOn(dateOf(instant)) ? endOfQuietHours(instant) : endOfDay(instant);
    }

    private Instant endOfQuietHours(Instant instant) {
        var end = quiet.orElseThrow().to();
        return Stream.iterate(dateOf(instant), date -> date.plusDays(1))
                .map(date -> date.atTime(end).atZone(zone))
                // Where clocks are set back within them, they end twice.
                .flatMap(at -> Stream.of(at, at.withLaterOffsetAtOverlap()))
                .map(ZonedDateTime::toInstant)
                .filter(at -> at.isAfter(instant))
                .findFirst()
                .orElseThrow();
    }
}
