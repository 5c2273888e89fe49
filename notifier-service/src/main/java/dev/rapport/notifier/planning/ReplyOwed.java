package dev.rapport.notifier.planning;

import dev.rapport.events.ReminderKind;
import java.util.Optional;

/** Reminds of the earliest inbound touch that nothing answered, when the member's reply time has passed. */
final class ReplyOwed {

    private ReplyOwed() {}

    static Optional<PlannedReminder> plan(Situation situation) {
        return situation
                .touches()
                .owed()
                .map(owed -> reminder(situation, owed))
                .filter(reminder -> History.isFresh(
                        reminder.dueAt(), situation.touches().owed().get()));
    }

    private static PlannedReminder reminder(Situation situation, Touch owed) {
        var due = situation.habits().after(owed.occurredAt(), situation.habits().replyTime());
        var reason = Wording.of(situation.habits()).owed(situation.contact().name(), owed);
        return new PlannedReminder(ReminderKind.REPLY_OWED, owed.cause(), due, Optional.empty(), reason);
    }
}
