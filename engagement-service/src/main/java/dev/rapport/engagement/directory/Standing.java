package dev.rapport.engagement.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Where a contact of the directory stands.
 *
 * @param survivor the contact that stands for it: itself, unless it was merged
 * @param owner whose contact the survivor is; null when that is deleted, unknown or in a circle, so that nobody stands for it
 * @param erased whether it was erased for good
 */
public record Standing(ContactKey contact, ContactKey survivor, String owner, boolean erased) {

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
