package dev.rapport.notifier.series;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.planning.ReminderState;
import dev.rapport.notifier.preference.Preferences;
import dev.rapport.notifier.recurrence.RecurrenceRule;
import dev.rapport.notifier.recurrence.Series;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A series that goes on, and how it stands.
 *
 * @param owner whose contact it is about
 * @param last the local date of the newest occurrence
 * @param open the occurrence that is still open; null when none is
 */
record Standing(
        ContactKey contact,
        UUID id,
        String owner,
        ZoneId zone,
        Series series,
        String text,
        String note,
        LocalDate last,
        Open open) {

    /**
     * An open occurrence.
     *
     * @param latestAt when the next takes its place, as it was planned; null without a next
     * @param toldAt when the member was told of it last; null if never
     */
    record Open(UUID id, ReminderState state, Instant dueAt, Instant latestAt, Instant toldAt) {

        /** Whether nobody has seen it, so that it may become another. */
        boolean isUnseen() {
            return state == ReminderState.SCHEDULED && toldAt == null;
        }

        /** Whether the next had come before the member was told, after a snooze or an outage. */
        boolean isToldLate() {
            return state == ReminderState.DUE && toldAt != null && latestAt != null && !latestAt.isAfter(toldAt);
        }
    }

    private static final String READ = Group.WANTED + """
            select q.workspace_id, q.contact_id, q.id, c.owner, p.time_zone, q.starts_at, q.rrule, q.text, q.note,
                q.last_date, o.id as open_id, o.state, o.due_at, o.latest_at, o.told_at
            from wanted w
            join contact c on c.workspace_id = w.workspace_id and c.contact_id = w.survivor_id and not c.deleted
            join reminder_series q on q.workspace_id = w.workspace_id and q.contact_id = w.contact_id
                and q.ended_at is null
            left join preference p on p.workspace_id = c.workspace_id and p.member = c.owner
            left join reminder o on o.workspace_id = q.workspace_id and o.series_id = q.id
                and o.state in ('scheduled', 'due', 'snoozed')
            order by q.workspace_id, q.id""";

    static List<Standing> read(Connection transaction, List<ContactKey> contacts) throws SQLException {
        try (var query = transaction.prepareStatement(READ)) {
            Columns.of(query, contacts).text(ContactKey::workspace).uuid(ContactKey::contactId);
            try (var rows = query.executeQuery()) {
                var standing = new ArrayList<Standing>();
                while (rows.next()) {
                    standing.add(read(rows));
                }
                return standing;
            }
        }
    }

    private static Standing read(ResultSet row) throws SQLException {
        var start = row.getObject("starts_at", LocalDateTime.class);
        return new Standing(
                ContactKey.read(row, "contact_id"),
                row.getObject("id", UUID.class),
                row.getString("owner"),
                zone(row),
                new Series(start, RecurrenceRule.parse(row.getString("rrule"))),
                row.getString("text"),
                row.getString("note"),
                row.getObject("last_date", LocalDate.class),
                open(row));
    }

    private static Open open(ResultSet row) throws SQLException {
        var id = row.getObject("open_id", UUID.class);
        return id == null
                ? null
                : new Open(
                        id,
                        ReminderState.of(row.getString("state")),
                        instant(row, "due_at"),
                        instant(row, "latest_at"),
                        instant(row, "told_at"));
    }

    static ZoneId zone(ResultSet row) throws SQLException {
        var zone = row.getString("time_zone");
        return ZoneId.of(zone == null ? Preferences.DEFAULT.timeZone() : zone);
    }
}
