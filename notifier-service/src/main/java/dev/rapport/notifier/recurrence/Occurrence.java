package dev.rapport.notifier.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * One occurrence of a series.
 *
 * @param date the local date that it belongs to: what tells it from the others, in whatever zone
 * @param at when it comes
 */
public record Occurrence(LocalDate date, Instant at) {

    /**
     * A local time that the clocks skip comes later by as much as they skip, one that they repeat comes the first time. A
     * date that a zone leaves out altogether, at the date line, stands for the next that there is.
     */
    public static Occurrence of(LocalDate date, LocalTime time, ZoneId zone) {
        var day = date;
        while (!day.atStartOfDay(zone).toLocalDate().equals(day)) {
            day = day.plusDays(1);
        }
        return new Occurrence(day, day.atTime(time).atZone(zone).toInstant());
    }
}
