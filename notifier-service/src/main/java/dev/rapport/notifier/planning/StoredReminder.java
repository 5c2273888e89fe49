package dev.rapport.notifier.planning;

import dev.rapport.events.ReminderKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A reminder as it is stored.
 *
 * @param told whether it was due at least once, so that the member knows of it
 */
public record StoredReminder(
        UUID id,
        ReminderKind kind,
        String cause,
        ReminderState state,
        Instant dueAt,
        Optional<Instant> latestAt,
        String reason,
        boolean told) {

    boolean shows(PlannedReminder planned) {
        return cause.equals(planned.cause())
                && dueAt.equals(planned.dueAt())
                && latestAt.equals(planned.latestAt())
                && reason.equals(planned.reason());
    }

    /** Whether it may become a reminder of another cause: nobody has seen it yet. */
    boolean isReusable() {
        return state == ReminderState.SCHEDULED && !told;
    }
}
