package dev.rapport.engagement.relevance;

import dev.rapport.engagement.scoring.Relevance;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.engagement.tie.StoredTie;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A contact of the directory with its tie, which is empty when nothing has happened yet. */
record KnownContact(String displayName, String owner, StoredTie stored) {

    static KnownContact read(ResultSet row) throws SQLException {
        return new KnownContact(row.getString("display_name"), row.getString("owner"), StoredTie.read(row));
    }

    Relevance relevance() {
        return new Relevance(stored.tie(), ScoringProfile.DEFAULT);
    }
}
