package dev.rapport.notifier.reminder;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Gives reminders to the members whose contacts they are about. */
public final class HandOver {

    /**
     * Open reminders follow their contact, or who stands for it, to its new owner; what is closed stays in the old one's
     * history.
     */
    private static final String HAND_OVER = """
            with theirs as materialized (
                select c.workspace_id, g.contact_id, c.owner
                from unnest(?::text[], ?::uuid[]) as wanted (workspace_id, contact_id)
                join contact c using (workspace_id, contact_id)
                cross join lateral (
                    select c.contact_id union
                    select m.contact_id from contact m
                    where m.workspace_id = c.workspace_id and m.survivor_id = c.contact_id) g
                where not c.deleted
            )
            update reminder r set owner = t.owner, version = r.version + 1
            from theirs t
            where r.workspace_id = t.workspace_id and r.contact_id = t.contact_id and r.owner <> t.owner
                and r.state in ('scheduled', 'due', 'snoozed')""";

    private HandOver() {}

    /** Gives open reminders of contacts, and of all that is merged into them, to the contacts' present owners. */
    public static void toOwners(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        try (var update = transaction.prepareStatement(HAND_OVER)) {
            Columns.of(update, List.copyOf(contacts))
                    .text(ContactKey::workspace)
                    .uuid(ContactKey::contactId)
                    .update();
        }
    }
}
