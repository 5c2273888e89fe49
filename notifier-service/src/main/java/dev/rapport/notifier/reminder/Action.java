package dev.rapport.notifier.reminder;

import dev.rapport.notifier.planning.ReminderState;
import java.time.Instant;

/**
 * What a member does with a reminder.
 *
 * @param interaction what passed between the two, to be logged with it; null for nothing, and for all but done
 * @param until when the member wants to be told again; null for all but a snooze
 */
record Action(Verb verb, LoggedInteraction interaction, Instant until) {

    static Action done(LoggedInteraction interaction) {
        return new Action(Verb.DONE, interaction, null);
    }

    static Action dismiss() {
        return new Action(Verb.DISMISS, null, null);
    }

    static Action skip() {
        return new Action(Verb.SKIP, null, null);
    }

    static Action snooze(Instant until) {
        return new Action(Verb.SNOOZE, null, until);
    }

    /** What the reminder becomes of it. */
    ReminderState becomes() {
        return switch (verb) {
            case DONE -> ReminderState.DONE;
            case DISMISS, SKIP -> ReminderState.DISMISSED;
            case SNOOZE -> ReminderState.SNOOZED;
        };
    }

    /** How others are told of it. */
    String told() {
        return verb == Verb.SKIP ? "skipped" : becomes().json();
    }
}
