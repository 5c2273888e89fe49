package dev.rapport.notifier.series;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What a member set for a contact rests while the contact is deleted, and is back when it is. */
final class Presence {

    private static final String GONE = Group.WANTED + """
            update reminder r set state = 'resolved', closed_at = clock.now, updated_at = clock.now, version = r.version + 1
            from wanted w
            join contact c on c.workspace_id = w.workspace_id and c.contact_id = w.survivor_id and c.deleted,
                (select ?::timestamptz as now) as clock
            where r.workspace_id = w.workspace_id and r.contact_id = w.contact_id and r.kind = 'manual'
                and r.state in ('scheduled', 'due', 'snoozed')""";

    /** An occurrence that another took the place of stays where it is. */
    private static final String BACK = Group.WANTED + """
            update reminder r set state = 'scheduled', closed_at = null, wake_at = greatest(r.due_at, clock.now),
                updated_at = clock.now, version = r.version + 1
            from wanted w
            join contact c on c.workspace_id = w.workspace_id and c.contact_id = w.survivor_id and not c.deleted,
                (select ?::timestamptz as now) as clock
            where r.workspace_id = w.workspace_id and r.contact_id = w.contact_id and r.kind = 'manual'
                and r.state = 'resolved' and (r.series_id is null or exists (
                    select from reminder_series q
                    where q.workspace_id = r.workspace_id and q.id = r.series_id and q.ended_at is null
                        and q.last_date = r.occurrence_date))""";

    private Presence() {}

    static void follow(Connection transaction, List<ContactKey> contacts, Instant now) throws SQLException {
        for (var sql : List.of(GONE, BACK)) {
            try (var update = transaction.prepareStatement(sql)) {
                Columns.of(update, contacts)
                        .text(ContactKey::workspace)
                        .uuid(ContactKey::contactId)
                        .update(now);
            }
        }
    }
}
