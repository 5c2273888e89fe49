package dev.rapport.notifier.planning;

import dev.rapport.events.ReminderKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A reminder that a contact should have.
 *
 * @param cause what it is about; stable as long as the reminder is about the same thing
 * @param dueAt to the microsecond, as the database keeps it
 * @param latestAt when it becomes pressing: the longest acceptable gap of a cadence
 * @param reason in words for the member. It names dates, not "3 days ago": it is stored, mailed and read later, and the
 *     same sentence must stay true
 */
public record PlannedReminder(
        ReminderKind kind, String cause, Instant dueAt, Optional<Instant> latestAt, String reason) {

    public PlannedReminder {
        dueAt = dueAt.truncatedTo(ChronoUnit.MICROS);
        latestAt = latestAt.map(at -> at.truncatedTo(ChronoUnit.MICROS));
    }
}
