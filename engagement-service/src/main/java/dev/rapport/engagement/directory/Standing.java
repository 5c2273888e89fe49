package dev.rapport.engagement.directory;

import dev.rapport.engagement.bulk.BulkStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * Where a contact of the directory stands.
 *
 * @param survivor the contact that stands for it: itself, unless it was merged
 * @param owner whose contact the survivor is; null when that is deleted, unknown or in a circle, so that nobody stands for it
 * @param erased whether it was erased for good
 */
public record Standing(ContactKey contact, ContactKey survivor, String owner, boolean erased) {

    /** Binds the columns {@code workspace_id, contact_id, owner}. */
    public static BulkStatement bind(BulkStatement statement, Collection<Standing> standing) throws SQLException {
        return statement
                .column("text", standing, it -> it.contact().workspace())
                .column("uuid", standing, it -> it.contact().contactId())
                .column("text", standing, Standing::owner);
    }

    static Standing read(ResultSet row) throws SQLException {
        var contact = ContactKey.read(row);
        var survivor = row.getObject("survivor_id", UUID.class);
        return new Standing(
                contact,
                survivor == null ? contact : new ContactKey(contact.workspace(), survivor),
                row.getString("owner"),
                row.getBoolean("erased"));
    }

    /** Whether somebody, itself or a survivor, stands for it. */
    public boolean isStanding() {
        return owner != null;
    }

    /** Whether it exists itself. */
    public boolean isAlive() {
        return isStanding() && survivor.equals(contact);
    }
}
