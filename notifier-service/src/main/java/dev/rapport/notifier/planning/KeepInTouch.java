package dev.rapport.notifier.planning;

import dev.rapport.events.Cadence;
import dev.rapport.events.ReminderKind;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/** Reminds of a contact with a cadence: the cadence after the last counting touch, at the member's edition time. */
final class KeepInTouch {

    private KeepInTouch() {}

    static Optional<PlannedReminder> plan(Situation situation) {
        return situation.contact().cadence().map(cadence -> {
            var base = base(situation);
            var reason = Wording.of(situation.habits()).keepInTouch(base.words(), cadence.ideal());
            return new PlannedReminder(
                    ReminderKind.KEEP_IN_TOUCH,
                    base.cause(),
                    after(base.at(), cadence.ideal(), situation),
                    latest(base, cadence, situation),
                    reason);
        });
    }

    private static Optional<Instant> latest(Base base, Cadence cadence, Situation situation) {
        return Optional.ofNullable(cadence.longest()).map(longest -> after(base.at(), longest, situation));
    }

    private static Instant after(Instant base, Period gap, Situation situation) {
        var schedule = situation.habits().schedule();
        return schedule.on(schedule.dateOf(base).plus(gap));
    }

    /** The latest of: the last counting touch (or else the day it was added), the member's closing of the last reminder. */
    private static Base base(Situation situation) {
        var wording = Wording.of(situation.habits());
        var contact = situation.contact();
        var touched = situation
                .touches()
                .lastCounting()
                .map(touch -> new Base(touch.cause(), touch.occurredAt(), wording.lastContact(touch)))
                .orElseGet(() -> new Base("added", contact.addedAt(), wording.noContactSince(contact.addedAt())));
        return situation
                .closings()
                .keepInTouch()
                // A reminder closed for this very touch is settled, even when the touch lies minutes in the future.
                .filter(closed ->
                        closed.at().isAfter(touched.at()) || closed.cause().equals(touched.cause()))
                .map(closed -> new Base(
                        "closed:" + closed.reminderId(),
                        closed.at().isAfter(touched.at()) ? closed.at() : touched.at(),
                        wording.closedLast(closed.at())))
                .orElse(touched);
    }

    private record Base(String cause, Instant at, String words) {}
}
