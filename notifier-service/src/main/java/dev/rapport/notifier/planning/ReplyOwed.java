package dev.rapport.notifier.planning;

import dev.rapport.events.ReminderKind;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
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
        var zone = situation.habits().schedule().zone();
        var due = after(owed.occurredAt(), situation.habits());
        var reason = new Wording(zone).owed(situation.contact().name(), owed);
        return new PlannedReminder(ReminderKind.REPLY_OWED, owed.cause(), due, Optional.empty(), reason);
    }

    /** A period counts calendar days in the member's zone, a duration counts seconds. */
    private static Instant after(Instant at, Situation.Habits habits) {
        TemporalAmount replyTime = habits.replyTime();
        return replyTime instanceof Period period
                ? at.atZone(habits.schedule().zone()).plus(period).toInstant()
                : at.plus(replyTime);
    }
}
