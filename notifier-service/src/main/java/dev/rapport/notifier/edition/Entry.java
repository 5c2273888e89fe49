package dev.rapport.notifier.edition;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.DailyCap.Candidate;

/**
 * A reminder that may become part of an edition.
 *
 * @param settled whether it is part of the day in any case: already told, or snoozed until today
 */
record Entry(ReminderKind kind, boolean settled, EditionItem item, Candidate candidate) {}
