package dev.rapport.notifier.series;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.recurrence.Occurrence;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reminders that were set once, to a local time, are due at that time wherever the member is. */
final class LocalTimes {

    private static final String READ = Group.WANTED + """
            select r.workspace_id, r.id, r.local_at, r.due_at, p.time_zone
            from wanted w
            join contact c on c.workspace_id = w.workspace_id and c.contact_id = w.survivor_id and not c.deleted
            join reminder r on r.workspace_id = w.workspace_id and r.contact_id = w.contact_id
                and r.kind = 'manual' and r.state = 'scheduled' and r.series_id is null and r.local_at is not null
            left join preference p on p.workspace_id = c.workspace_id and p.member = c.owner
            order by r.workspace_id, r.id for update of r""";

    private static final String MOVE = """
            update reminder r set due_at = new.due_at, wake_at = new.due_at, updated_at = clock.now, version = r.version + 1
            from unnest(?::text[], ?::uuid[], ?::timestamptz[]) as new (workspace_id, id, due_at),
                (select ?::timestamptz as now) as clock
            where r.workspace_id = new.workspace_id and r.id = new.id""";

    private LocalTimes() {}

    private record Moved(String workspace, UUID id, Instant dueAt) {}

    static void follow(Connection transaction, List<ContactKey> contacts, Instant now) throws SQLException {
        var moved = moved(transaction, contacts);
        if (!moved.isEmpty()) {
            try (var move = transaction.prepareStatement(MOVE)) {
                Columns.of(move, moved)
                        .text(Moved::workspace)
                        .uuid(Moved::id)
                        .instant(Moved::dueAt)
                        .update(now);
            }
        }
    }

    private static List<Moved> moved(Connection transaction, List<ContactKey> contacts) throws SQLException {
        try (var query = transaction.prepareStatement(READ)) {
            Columns.of(query, contacts).text(ContactKey::workspace).uuid(ContactKey::contactId);
            try (var rows = query.executeQuery()) {
                var moved = new ArrayList<Moved>();
                while (rows.next()) {
                    var local = rows.getObject("local_at", LocalDateTime.class);
                    var there = Occurrence.of(local.toLocalDate(), local.toLocalTime(), Standing.zone(rows));
                    var dueAt = instant(rows, "due_at");
                    if (!there.at().equals(dueAt)) {
                        moved.add(new Moved(
                                rows.getString("workspace_id"), rows.getObject("id", UUID.class), there.at()));
                    }
                }
                return moved;
            }
        }
    }
}
