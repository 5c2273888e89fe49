package dev.rapport.notifier.reminder;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.notifier.preference.CalendarDuration;
import dev.rapport.notifier.preference.Preferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/** Finds the instants that snoozes mean, on the calling member's calendar. */
@ApplicationScoped
class SnoozeTimes {

    private static final Duration LONGEST = Duration.ofDays(366);

    private static final String PREFERENCES = "select " + Preferences.COLUMNS
            + " from preference p where p.workspace_id = :workspace and p.member = :member";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    Clock clock;

    /** The end of a snooze; throws a 400 for one that is not in the future, or more than a year ahead. */
    Instant until(Instant until, String phrase) {
        if ((until == null) == (phrase == null)) {
            throw ApiException.invalid("until", "either until or for must say how long");
        }
        var now = clock.instant();
        var end = until == null ? after(now, phrase) : until;
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw ApiException.invalid(until == null ? "for" : "until", "must lie in the future, at most a year ahead");
        }
        return end;
    }

    private Instant after(Instant now, String phrase) {
        var schedule = preferences().schedule();
        var today = schedule.dateOf(now);
        return switch (phrase) {
            case "tomorrow_morning" -> schedule.on(today.plusDays(1));
            case "next_week" -> schedule.on(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            default -> {
                try {
                    yield CalendarDuration.of(phrase) instanceof Period period
                            ? now.atZone(schedule.zone()).plus(period).toInstant()
                            : now.plus(CalendarDuration.of(phrase));
                } catch (DateTimeException e) {
                    throw ApiException.invalid(
                            "for", "must be tomorrow_morning, next_week, or a duration up to a year such as PT3H");
                }
            }
        };
    }

    private Preferences preferences() {
        return sql.first(PREFERENCES, Map.of("member", member.id()), Preferences::read)
                .orElse(Preferences.DEFAULT);
    }
}
