package dev.rapport.engagement.relevance;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A contact that a walk passes.
 *
 * @param key its rank key as it is stored, which the index sorts by
 * @param fits whether it is one of those looked for
 */
record Passed(KnownContact contact, double key, boolean fits) {

    static Passed read(ResultSet row) throws SQLException {
        return new Passed(KnownContact.read(row), row.getDouble("rank_key"), row.getBoolean("fits"));
    }
}
