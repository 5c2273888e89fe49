package dev.rapport.notifier.reminder;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.ReminderState;
import dev.rapport.notifier.preference.Preferences;
import dev.rapport.notifier.reminder.ReminderCounts.Group;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** Counts the calling member's reminders, by the partial indexes of the lists of open and of closed ones. */
@ApplicationScoped
class CountReminders {

    private static final String PREFERENCES = "select " + Preferences.COLUMNS
            + " from preference p where p.workspace_id = :workspace and p.member = :member";

    private static final String COUNT = """
            select kind, state, count(*) as counted,
                count(*) filter (where due_at >= :dayBegan and due_at < :dayEnds) as due_today,
                count(*) filter (where due_at < :dayBegan) as overdue
            from reminder where workspace_id = :workspace and owner = :member and state in ('scheduled', 'due', 'snoozed')
            group by kind, state
            union all
            select kind, state, count(*), 0, 0
            from reminder where workspace_id = :workspace and owner = :member and state in ('done', 'dismissed', 'resolved')
            group by kind, state""";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    Clock clock;

    ReminderCounts count() {
        var now = clock.instant();
        var schedule = sql.first(PREFERENCES, Map.of("member", member.id()), Preferences::read)
                .orElse(Preferences.DEFAULT)
                .schedule();
        return ReminderCounts.of(sql.list(
                COUNT,
                Map.of(
                        "member", member.id(),
                        "dayBegan", schedule.startOfDay(now),
                        "dayEnds", schedule.endOfDay(now)),
                CountReminders::group));
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                ReminderKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                ReminderState.of(row.getString("state")),
                row.getLong("counted"),
                row.getLong("due_today"),
                row.getLong("overdue"));
    }
}
