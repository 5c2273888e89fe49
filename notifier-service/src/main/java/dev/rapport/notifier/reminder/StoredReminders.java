package dev.rapport.notifier.reminder;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.planning.ReminderPlan;
import dev.rapport.notifier.planning.ReminderState;
import dev.rapport.notifier.planning.StoredReminder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the reminders that planning may have to change. */
final class StoredReminders {

    private static final String READ = """
            with wanted as materialized (
                select w.workspace_id, w.contact_id as survivor_id, g.contact_id
                from unnest(?::text[], ?::uuid[]) as w (workspace_id, contact_id)
                cross join lateral (
                    select w.contact_id union
                    select m.contact_id from contact m
                    where m.workspace_id = w.workspace_id and m.survivor_id = w.contact_id) g
            )
            select w.workspace_id, w.survivor_id, r.id, r.kind, r.cause, r.state, r.due_at, r.latest_at, r.reason,
                r.told_at is not null as told
            from wanted w
            join reminder r on r.workspace_id = w.workspace_id and r.contact_id = w.contact_id
            where r.kind = any (?) and (r.state in ('scheduled', 'due', 'snoozed') or r.cause = any (?))
            order by r.workspace_id, r.id
            for update of r""";

    private static final Object[] KINDS =
            ReminderPlan.KINDS.stream().map(ReminderKind::json).toArray();

    private StoredReminders() {}

    /**
     * The planned reminders, of these contacts and of all that is merged into them, that are open or have one of these causes,
     * locked until the transaction ends.
     */
    static Map<ContactKey, List<StoredReminder>> read(
            Connection transaction, List<ContactKey> contacts, Collection<String> causes) throws SQLException {
        try (var query = transaction.prepareStatement(READ)) {
            Columns.of(query, contacts).text(ContactKey::workspace).uuid(ContactKey::contactId);
            query.setArray(3, transaction.createArrayOf("text", KINDS));
            query.setArray(4, transaction.createArrayOf("text", causes.toArray()));
            try (var rows = query.executeQuery()) {
                var stored = new HashMap<ContactKey, List<StoredReminder>>();
                while (rows.next()) {
                    var key = ContactKey.read(rows, "survivor_id");
                    stored.computeIfAbsent(key, it -> new ArrayList<>()).add(reminder(rows));
                }
                return stored;
            }
        }
    }

    private static StoredReminder reminder(ResultSet row) throws SQLException {
        return new StoredReminder(
                row.getObject("id", UUID.class),
                ReminderKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("cause"),
                ReminderState.of(row.getString("state")),
                instant(row, "due_at"),
                Optional.ofNullable(instant(row, "latest_at")),
                row.getString("reason"),
                row.getBoolean("told"));
    }
}
