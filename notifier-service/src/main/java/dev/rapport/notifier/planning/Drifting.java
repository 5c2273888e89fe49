package dev.rapport.notifier.planning;

import dev.rapport.events.Band;
import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.Situation.Tie;
import java.time.Instant;
import java.util.Optional;

/** Reminds of a tie without a cadence that was once strong, at the instant at which its silence becomes unusual. */
final class Drifting {

    private Drifting() {}

    static Optional<PlannedReminder> plan(Situation situation) {
        if (situation.contact().cadence().isPresent()) {
            return Optional.empty();
        }
        return situation.touches().last().flatMap(last -> situation
                .tie()
                .filter(tie -> tie.peakBand().atLeast(Band.ACTIVE))
                .filter(tie -> knows(tie, last))
                .flatMap(Tie::driftsAt)
                .filter(driftsAt -> History.isFresh(driftsAt, last))
                .map(driftsAt -> reminder(situation, last, driftsAt)));
    }

    /** A snapshot older than the last touch would call a silence that has just been broken; the next one follows. */
    private static boolean knows(Tie tie, Touch last) {
        return tie.lastTouchAt().filter(at -> !at.isBefore(last.occurredAt())).isPresent();
    }

    private static PlannedReminder reminder(Situation situation, Touch last, Instant driftsAt) {
        var reason = Wording.of(situation.habits()).drifting(last);
        return new PlannedReminder(ReminderKind.DRIFTING, last.cause(), driftsAt, Optional.empty(), reason);
    }
}
