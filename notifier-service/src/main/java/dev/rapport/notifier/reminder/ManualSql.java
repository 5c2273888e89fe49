package dev.rapport.notifier.reminder;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.MemberKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The statements that set reminders, many at once, and change one. */
final class ManualSql {

    private static final String SERIES = """
            insert into reminder_series (workspace_id, id, contact_id, text, note, starts_at, rrule, last_date, created_at)
            select clock.workspace, id, contact_id, text, note, starts_at::timestamp, rrule, last_date::date, clock.now
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as new (id, contact_id, text, note, starts_at, rrule, last_date),
                (select ?::text as workspace, ?::timestamptz as now) as clock""";

    private static final String INSERT = """
            insert into reminder (workspace_id, id, contact_id, owner, kind, state, cause, reason, note, series_id,
                occurrence_date, local_at, due_at, latest_at, wake_at, created_at, updated_at)
            select clock.workspace, id, contact_id, clock.member, 'manual', 'scheduled', cause, reason, note, series_id,
                date::date, local_at::timestamp, due_at, latest_at, due_at, clock.now, clock.now
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[],
                    ?::timestamptz[], ?::timestamptz[])
                    as new (id, contact_id, cause, reason, note, series_id, date, local_at, due_at, latest_at),
                (select ?::text as workspace, ?::text as member, ?::timestamptz as now) as clock""";

    private static final String RETIME = """
            update reminder r set state = 'scheduled', cause = new.cause, reason = new.reason, note = new.note,
                series_id = new.series_id, occurrence_date = new.date::date, local_at = new.local_at::timestamp,
                due_at = new.due_at, latest_at = new.latest_at, wake_at = new.due_at, late = false,
                updated_at = clock.now, version = r.version + 1
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[],
                    ?::timestamptz[], ?::timestamptz[])
                    as new (id, contact_id, cause, reason, note, series_id, date, local_at, due_at, latest_at),
                (select ?::text as workspace, ?::text as member, ?::timestamptz as now) as clock
            where r.workspace_id = clock.workspace and r.owner = clock.member and r.id = new.id""";

    private ManualSql() {}

    static void insert(Connection transaction, MemberKey member, List<ManualRow> rows, Instant now)
            throws SQLException {
        series(transaction, member, rows, now);
        write(transaction, INSERT, member, rows, now);
    }

    /** Has a reminder come at other times, by a series of its own or without one. */
    static void retime(Connection transaction, MemberKey member, ManualRow row, Instant now) throws SQLException {
        series(transaction, member, List.of(row), now);
        write(transaction, RETIME, member, List.of(row), now);
    }

    private static void series(Connection transaction, MemberKey member, List<ManualRow> rows, Instant now)
            throws SQLException {
        var recurring = rows.stream().filter(row -> row.seriesId() != null).toList();
        if (recurring.isEmpty()) {
            return;
        }
        try (var insert = transaction.prepareStatement(SERIES)) {
            Columns.of(insert, recurring)
                    .uuid(ManualRow::seriesId)
                    .uuid(ManualRow::contactId)
                    .text(row -> row.details().text())
                    .text(row -> row.details().note())
                    .text(row -> row.timing().series().start().toString())
                    .text(row -> row.timing().series().rule().text())
                    .text(ManualRow::date)
                    .update(member.workspace(), now);
        }
    }

    private static void write(Connection transaction, String sql, MemberKey member, List<ManualRow> rows, Instant now)
            throws SQLException {
        try (var write = transaction.prepareStatement(sql)) {
            Columns.of(write, rows)
                    .uuid(ManualRow::id)
                    .uuid(ManualRow::contactId)
                    .text(ManualRow::cause)
                    .text(row -> row.details().text())
                    .text(row -> row.details().note())
                    .uuid(ManualRow::seriesId)
                    .text(ManualRow::date)
                    .text(ManualRow::localAt)
                    .instant(row -> row.timing().dueAt())
                    .instant(row -> row.timing().latestAt())
                    .update(member.workspace(), member.member(), now);
        }
    }
}
