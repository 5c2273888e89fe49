package dev.rapport.notifier.planning;

import dev.rapport.events.ReminderKind;
import java.util.Optional;

/**
 * Reminds of a message to the contact that nothing followed, when the member's time for that has passed: once, for the last
 * one. Whatever passes between the two afterwards, in either direction, settles it. Whether it was an answer itself does not
 * matter: who wrote "shall we meet on Friday?" wants to know, too.
 */
final class FollowUp {

    private FollowUp() {}

    static Optional<PlannedReminder> plan(Situation situation) {
        return situation
                .touches()
                .last()
                .filter(Touch::hopesForReply)
                .map(last -> reminder(situation, last))
                .filter(reminder -> History.isFresh(
                        reminder.dueAt(), situation.touches().last().get()));
    }

    private static PlannedReminder reminder(Situation situation, Touch last) {
        var habits = situation.habits();
        var reason = Wording.of(habits).followUp(situation.contact().name(), last);
        return new PlannedReminder(
                ReminderKind.FOLLOW_UP,
                last.cause(),
                habits.after(last.occurredAt(), habits.followUpAfter()),
                Optional.empty(),
                reason);
    }
}
