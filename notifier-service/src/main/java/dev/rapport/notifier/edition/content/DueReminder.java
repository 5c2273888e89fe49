package dev.rapport.notifier.edition.content;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.DailyCap.Candidate;

/**
 * A reminder that may become part of an edition.
 *
 * @param settled whether it is part of the day in any case: already told, or snoozed until today
 * @param draft a line to send; null for none
 * @param candidate its claim to a place in the day
 */
public record DueReminder(
        About about, ReminderKind kind, String reason, boolean settled, String draft, Candidate candidate) {

    EditionItem item() {
        return EditionItem.ofReminder(about, kind.json(), reason, candidate.id(), candidate.dueAt(), draft);
    }
}
