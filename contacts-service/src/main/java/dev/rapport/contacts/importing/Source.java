package dev.rapport.contacts.importing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Where a contact came from.
 *
 * @param ref what a file calls it, or what its record says; unique in a workspace
 * @param importId the import that last had it
 * @param hashes what that import's records of it said
 */
record Source(String ref, UUID contactId, UUID importId, Set<String> hashes) {

    static Source read(ResultSet row) throws SQLException {
        Array hashes = row.getArray("hashes");
        return new Source(
                row.getString("ref"),
                row.getObject("contact_id", UUID.class),
                row.getObject("import_id", UUID.class),
                Set.copyOf(List.of((String[]) hashes.getArray())));
    }

    /** The source after an import had a record of it; before is null when nobody had. */
    static Source seen(Source before, String ref, UUID contactId, UUID importId, String hash) {
        var hashes = new TreeSet<String>();
        if (before != null
                && before.importId().equals(importId)
                && before.contactId().equals(contactId)) {
            hashes.addAll(before.hashes());
        }
        hashes.add(hash);
        return new Source(ref, contactId, importId, hashes);
    }
}
