package dev.rapport.notifier.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What comes again and again, always at the same local time. It remembers nothing but the local date of its last occurrence:
 * a member who moves to another zone has the next one on the next date there, so none is skipped and none comes twice.
 *
 * @param start the local time of the first date on which there can be an occurrence
 * @param rule on which dates there is one
 */
public record Series(LocalDateTime start, RecurrenceRule rule) {

    /** The first occurrence; empty when the rule names no date at all. */
    public Optional<Occurrence> first(ZoneId zone) {
        return after(start.toLocalDate().minusDays(1), zone);
    }

    /** The first occurrence on a later date than this; empty when there is none any more. */
    public Optional<Occurrence> after(LocalDate last, ZoneId zone) {
        return rule.dateAfter(last, start.toLocalDate())
                .filter(date -> rule.lastsUntil(date.atTime(start.toLocalTime()), zone))
                .map(date -> Occurrence.of(date, start.toLocalTime(), zone));
    }

    /** The occurrence of a date that the rule names. */
    public Occurrence on(LocalDate date, ZoneId zone) {
        return Occurrence.of(date, start.toLocalTime(), zone);
    }

    /**
     * The one that counts now: of all that are past the latest, so that after a long absence a member has one of them and not
     * a heap; where none is past, the next.
     */
    public Optional<Occurrence> current(LocalDate last, ZoneId zone, Instant now) {
        var current = after(last, zone);
        var next = current;
        while (next.isPresent() && !next.get().at().isAfter(now)) {
            current = next;
            next = after(next.get().date(), zone);
        }
        return current;
    }
}
