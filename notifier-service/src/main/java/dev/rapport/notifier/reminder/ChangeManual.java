package dev.rapport.notifier.reminder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.precondition.IfMatch;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.events.ReminderKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.EntityTag;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Changes or cancels a reminder that a member set; where it recurs, all that are still to come. */
@ApplicationScoped
class ChangeManual {

    private static final String REWORD = """
            update reminder set reason = :text, note = :note::text, updated_at = :now, version = version + 1
            where workspace_id = :workspace and id = :id""";

    private static final String REWORD_SERIES = """
            update reminder_series set text = :text, note = :note::text
            where workspace_id = :workspace and id = :series::uuid""";

    private static final String END =
            "update reminder_series set ended_at = :now where workspace_id = :workspace and id = :series::uuid";

    private static final String OPEN = """
            select id from reminder
            where workspace_id = :workspace and id = :id and state in ('scheduled', 'due', 'snoozed')
            union
            select id from reminder
            where workspace_id = :workspace and series_id = :series::uuid and state in ('scheduled', 'due', 'snoozed')""";

    /** What rests with its deleted contact is not to be back with it. */
    private static final String DISMISS_RESTING = """
            update reminder set state = 'dismissed', updated_at = :now, version = version + 1
            where workspace_id = :workspace and id = :id and state = 'resolved'""";

    private static final String DELETE_UNSEEN = """
            delete from reminder
            where workspace_id = :workspace and id = :id and state = 'scheduled' and told_at is null""";

    @Inject
    ActOnReminder act;

    @Inject
    Reminders reminders;

    @Inject
    MemberPlace place;

    @Inject
    WorkspaceSql sql;

    @Inject
    DataSource database;

    @Inject
    ManualPatch patches;

    @Inject
    Clock clock;

    /** Applies a merge patch to one that is open. What changes nothing leaves it as it is. */
    @Transactional(rollbackOn = SQLException.class)
    ReminderView patch(UUID id, IfMatch expected, JsonNode patch) throws SQLException {
        var reminder = expected(id, expected);
        if (!reminder.state().isOpen()) {
            throw ApiException.of(
                    ProblemType.CONFLICT, "This reminder is " + reminder.state().json() + "; set another one instead.");
        }
        var before = ManualDetails.of(reminder);
        var details = patches.apply(before, patch);
        var now = clock.instant();
        if (!details.isTimedAs(before)) {
            retime(reminder, details, now);
        } else if (!details.equals(before)) {
            reword(reminder, details, now);
        }
        return reminders.require(id);
    }

    /** Cancels it: what nobody was told of is gone, what the member knows of is dismissed. */
    @Transactional(rollbackOn = SQLException.class)
    void cancel(UUID id, IfMatch expected) throws SQLException {
        var reminder = expected(id, expected);
        var now = clock.instant();
        end(reminder, now);
        sql.update(DISMISS_RESTING, Map.of("id", id, "now", now));
        for (var open : open(reminder)) {
            if (sql.update(DELETE_UNSEEN, Map.of("id", open)) == 0) {
                act.act(open, Action.dismiss());
            }
        }
    }

    private ReminderView expected(UUID id, IfMatch expected) throws SQLException {
        act.hold(id);
        place.hold();
        var reminder = reminders.lock(id);
        expected.check(new EntityTag(reminder.etag()));
        if (reminder.kind() != ReminderKind.MANUAL) {
            throw ApiException.of(
                    ProblemType.CONFLICT,
                    "This reminder was planned for you; mark it as done, dismiss it or snooze it instead.");
        }
        return reminder;
    }

    private void reword(ReminderView reminder, ManualDetails details, Instant now) {
        var row = values(reminder, now);
        row.put("text", details.text());
        row.put("note", details.note());
        sql.update(REWORD, row);
        sql.update(REWORD_SERIES, row);
    }

    private void retime(ReminderView reminder, ManualDetails details, Instant now) throws SQLException {
        try (var transaction = database.getConnection()) {
            var timing = Timing.of(details, place.zone(), now);
            end(reminder, now);
            var row = ManualRow.of(reminder.id(), reminder.contactId(), details, timing);
            ManualSql.retime(transaction, place.key(), row, now);
        }
    }

    private void end(ReminderView reminder, Instant now) {
        sql.update(END, values(reminder, now));
    }

    private List<UUID> open(ReminderView reminder) {
        return sql.list(OPEN, values(reminder, clock.instant()), row -> row.getObject(1, UUID.class));
    }

    private static Map<String, Object> values(ReminderView reminder, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("id", reminder.id());
        values.put("series", reminder.seriesId());
        values.put("now", now);
        return values;
    }
}
