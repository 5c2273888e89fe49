package dev.rapport.notifier.planning;

import dev.rapport.events.ReminderKind;
import java.util.Optional;
import java.util.stream.Stream;

/** Reminds of each signal that calls for congratulations, at once, until the owner reached out after it. */
final class Congratulate {

    private Congratulate() {}

    static Stream<PlannedReminder> plan(Situation situation) {
        return situation.signals().stream()
                .filter(signal -> Signal.CONGRATULATED.contains(signal.kind()))
                .filter(signal -> History.isFresh(signal.happenedAt(), signal.seenAt()))
                .filter(signal -> situation
                        .touches()
                        .reachedOutAt()
                        .filter(at -> at.isAfter(signal.happenedAt()))
                        .isEmpty())
                .map(signal -> reminder(situation, signal));
    }

    private static PlannedReminder reminder(Situation situation, Signal signal) {
        var reason = Wording.of(situation.habits())
                .congratulation(situation.contact().name(), signal);
        return new PlannedReminder(
                ReminderKind.CONGRATULATE, signal.cause(), signal.seenAt(), Optional.empty(), reason);
    }
}
