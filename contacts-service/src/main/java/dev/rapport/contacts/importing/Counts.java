package dev.rapport.contacts.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an import's records so far. Each record was created, changed, unchanged or rejected.
 *
 * @param created new contacts
 * @param changed records by which an existing contact changed
 * @param unchanged records that told nothing new
 * @param rejected records of which nothing was taken over
 * @param faults fields and values that were left out of the other records
 */
@Schema(name = "ContactImportCounts")
record Counts(long records, long created, long changed, long unchanged, long rejected, long faults) {

    static Counts read(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("records"),
                row.getLong("created"),
                row.getLong("changed"),
                row.getLong("unchanged"),
                row.getLong("rejected"),
                row.getLong("faults"));
    }
}
