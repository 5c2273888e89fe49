package dev.rapport.engagement.signal;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What contacts are called: words that tell nothing of what happened to them. */
final class ContactNames {

    private static final String NAMES = """
            select d.workspace_id, d.contact_id, d.display_name from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            join directory_contact d using (workspace_id, contact_id)""";

    private ContactNames() {}

    static Map<ContactKey, Words> of(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        var names = new HashMap<ContactKey, Words>();
        try (var select = BulkStatement.prepare(transaction, NAMES)) {
            ContactKey.bind(select, contacts)
                    .query(row -> names.put(ContactKey.read(row), Words.of(row.getString("display_name"))));
        }
        return names;
    }
}
