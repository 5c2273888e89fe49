package dev.rapport.notifier.reminder;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.planning.ReminderPlan;
import dev.rapport.notifier.planning.ReminderState;
import dev.rapport.notifier.planning.StoredReminder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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
            select r.workspace_id, r.contact_id, r.id, r.kind, r.cause, r.state, r.due_at, r.latest_at, r.reason,
                r.told_at is not null as told
            from unnest(?::text[], ?::uuid[]) as wanted (workspace_id, contact_id)
            join reminder r using (workspace_id, contact_id)
            where r.kind = any (?) and (r.state in ('scheduled', 'due', 'snoozed') or r.cause = any (?))
            order by r.workspace_id, r.id
            for update of r""";

    private static final Object[] KINDS =
            ReminderPlan.KINDS.stream().map(ReminderKind::json).toArray();

    private StoredReminders() {}

    /** The contacts' planned reminders that are open or have one of these causes, locked until the transaction ends. */
    static Map<ContactKey, List<StoredReminder>> read(
            Connection transaction, List<ContactKey> contacts, Collection<String> causes) throws SQLException {
        try (var query = transaction.prepareStatement(READ)) {
            Columns.of(query, contacts).text(ContactKey::workspace).uuid(ContactKey::contactId);
            query.setArray(3, transaction.createArrayOf("text", KINDS));
            query.setArray(4, transaction.createArrayOf("text", causes.toArray()));
            try (var rows = query.executeQuery()) {
                var stored = new HashMap<ContactKey, List<StoredReminder>>();
                while (rows.next()) {
                    var key = new ContactKey(rows.getString("workspace_id"), rows.getObject("contact_id", UUID.class));
                    stored.computeIfAbsent(key, it -> new ArrayList<>()).add(reminder(rows));
                }
                return stored;
            }
        }
    }

    private static StoredReminder reminder(ResultSet row) throws SQLException {
        var latestAt = row.getObject("latest_at", OffsetDateTime.class);
        return new StoredReminder(
                row.getObject("id", UUID.class),
                ReminderKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("cause"),
                ReminderState.of(row.getString("state")),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(latestAt).map(OffsetDateTime::toInstant),
                row.getString("reason"),
                row.getBoolean("told"));
    }
}
