package dev.rapport.notifier.planning;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.Situation.Congratulated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reminds of the contact's next birthday, on its morning. It is over with the member's day, and then the next year's is
 * planned; one that was missed, in an outage or on a day that was full, is told late and is over with the day on which it was.
 */
final class OnBirthday {

    static final String CAUSE = "birthday:";

    private OnBirthday() {}

    static Optional<PlannedReminder> plan(Situation situation, Instant now) {
        return situation.contact().birthday().map(birthday -> next(birthday, situation, now));
    }

    private static PlannedReminder next(YearlyDay birthday, Situation situation, Instant now) {
        var schedule = situation.habits().schedule();
        var before = situation.closings().birthday();
        // One of late December that falls on days on which the member does not look is over in January.
        int year = schedule.dateOf(now).getYear() - 1;
        while (isOver(birthday.in(year), before, schedule, now)) {
            year++;
        }
        var date = birthday.in(year);
        var reason = Wording.of(situation.habits()).birthday(situation.contact().name(), date, birthday.yearsIn(year));
        var end = end(date, before, schedule);
        return new PlannedReminder(ReminderKind.BIRTHDAY, CAUSE + year, schedule.on(date), Optional.of(end), reason);
    }

    private static boolean isOver(LocalDate date, Optional<Congratulated> before, LocalSchedule schedule, Instant now) {
        boolean isClosed = before.filter(last -> last.isClosed() && date.getYear() <= last.year())
                .isPresent();
        boolean isMissed = before.filter(last -> last.isUntold() && date.getYear() == last.year())
                .isPresent();
        return isClosed || !isMissed && !end(date, before, schedule).isAfter(now);
    }

    /** The end of the first day on which the member looks, from the birthday on and from when the member was told on. */
    private static Instant end(LocalDate date, Optional<Congratulated> before, LocalSchedule schedule) {
        var from = before.filter(last -> last.year() == date.getYear())
                .filter(last -> last.state().isOpen() && !last.isUntold())
                .map(Congratulated::restsUntil)
                .filter(at -> at.isAfter(schedule.on(date)))
                .orElse(schedule.on(date));
        var day = from;
        while (!schedule.looksOn(schedule.dateOf(day))) {
            day = schedule.endOfDay(day);
        }
        return schedule.endOfDay(day);
    }
}
