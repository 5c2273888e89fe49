package dev.rapport.engagement.tie;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** A workspace's contacts that have ties, under whatever profile, in the order of their ids. */
final class ContactsWithTies {

    /** Step by step along the primary key: a contact's rows lie side by side. */
    private static final String AFTER = """
            select distinct t.workspace_id, t.contact_id from tie t
            where t.workspace_id = ? and t.contact_id > ?
            order by t.workspace_id, t.contact_id limit ?""";

    private static final UUID FIRST = new UUID(0, 0);

    private ContactsWithTies() {}

    /** The next contacts after one; from the first on when it is null. */
    static SortedSet<ContactKey> after(Connection connection, String workspace, UUID contact, int limit)
            throws SQLException {
        try (var select = BulkStatement.prepare(connection, AFTER)) {
            return new TreeSet<>(select.value(workspace)
                    .value(contact == null ? FIRST : contact)
                    .value(limit)
                    .query(ContactKey::read));
        }
    }
}
