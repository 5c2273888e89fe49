package dev.rapport.engagement.directory;

import dev.rapport.engagement.bulk.BulkStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;

/** Names a contact across workspaces. The order is any fixed one: whoever locks several contacts does it in this order. */
public record ContactKey(String workspace, UUID contactId) implements Comparable<ContactKey> {

    private static final Comparator<ContactKey> ORDER =
            Comparator.comparing(ContactKey::workspace).thenComparing(ContactKey::contactId);

    /** From the columns {@code workspace_id} and {@code contact_id}. */
    public static ContactKey read(ResultSet row) throws SQLException {
        return new ContactKey(row.getString("workspace_id"), row.getObject("contact_id", UUID.class));
    }

    /** Binds the next two parameters to the workspaces and the ids of these contacts. */
    public static BulkStatement bind(BulkStatement statement, Collection<ContactKey> keys) throws SQLException {
        return statement.column("text", keys, ContactKey::workspace).column("uuid", keys, ContactKey::contactId);
    }

    @Override
    public int compareTo(ContactKey other) {
        return ORDER.compare(this, other);
    }
}
