package dev.rapport.notifier.planning;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.Situation.Anniversary;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reminds of the next of each of the contact's anniversaries, on its morning. There is a week for it, unless the owner reached
 * out since; then the next year's is planned.
 */
final class OnAnniversary {

    static final String CAUSE = "anniversary:";
    private static final Period LASTS = Period.ofDays(7);

    private OnAnniversary() {}

    static Stream<PlannedReminder> plan(Situation situation, Instant now) {
        return situation.contact().anniversaries().stream()
                .map(anniversary -> next(anniversary, situation, now))
                // The same day may be there twice, with and without its year.
                .collect(Collectors.toMap(PlannedReminder::cause, it -> it, (one, other) -> one, TreeMap::new))
                .values()
                .stream();
    }

    private static PlannedReminder next(Anniversary anniversary, Situation situation, Instant now) {
        var schedule = situation.habits().schedule();
        int year = schedule.dateOf(now).getYear() - 1;
        while (isOver(anniversary, year, situation, now)) {
            year++;
        }
        var date = anniversary.day().in(year);
        var reason = Wording.of(situation.habits())
                .anniversary(
                        situation.contact().name(),
                        anniversary.label(),
                        date,
                        anniversary.day().yearsIn(year));
        return new PlannedReminder(
                ReminderKind.CONGRATULATE,
                cause(anniversary, year),
                schedule.on(date),
                Optional.of(schedule.on(date.plus(LASTS))),
                reason);
    }

    private static boolean isOver(Anniversary anniversary, int year, Situation situation, Instant now) {
        var schedule = situation.habits().schedule();
        var date = anniversary.day().in(year);
        var end = schedule.on(date.plus(LASTS));
        var reachedOutAt = situation.touches().reachedOutAt();
        // What was over, or all but over, when the contact was added is no news.
        return !end.isAfter(now)
                || schedule.endOfDay(schedule.on(date))
                        .isBefore(situation.contact().addedAt())
                || situation.closings().anniversaries().contains(cause(anniversary, year))
                || reachedOutAt.filter(at -> !at.isBefore(schedule.on(date))).isPresent();
    }

    private static String cause(Anniversary anniversary, int year) {
        return CAUSE + anniversary.label() + ":" + anniversary.day().in(year);
    }
}
