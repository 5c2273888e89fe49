package dev.rapport.notifier.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A member's daily moment: a local time in a time zone. A time that the clocks skip is moved forward by the length of the
 * gap; one that they repeat is taken the first time, as {@link java.time.ZonedDateTime} does.
 *
 * @param zone the member's IANA time zone
 * @param editionTime when the member's day of reminders begins
 */
public record LocalSchedule(ZoneId zone, LocalTime editionTime) {

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

    /** The first edition time that lies after an instant and on a later local date. */
    public Instant nextDay(Instant instant) {
        var date = dateOf(instant).plusDays(1);
        // Where clocks are set back across midnight, the next date may have begun once already.
        while (!on(date).isAfter(instant) || !dateOf(on(date)).isAfter(dateOf(instant))) {
            date = date.plusDays(1);
        }
        return on(date);
    }
}
