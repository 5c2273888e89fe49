package dev.rapport.engagement.relevance;

import dev.rapport.engagement.tie.StoredTie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A contact of the directory with its tie, which is empty when nothing has happened yet. */
public record KnownContact(String displayName, String owner, StoredTie stored) {

    static KnownContact read(ResultSet row) throws SQLException {
        return new KnownContact(row.getString("display_name"), row.getString("owner"), StoredTie.read(row));
    }

    public UUID id() {
        return stored.key().contactId();
    }
}
