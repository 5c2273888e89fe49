package dev.rapport.contacts.merging;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.UnitedDetails.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.UUID;

/** Reads merges from rows of {@link MergeSql#COLUMNS}. */
final class MergeRow {

    private MergeRow() {}

    static Merge read(ResultSet row) throws SQLException {
        return new Merge(
                row.getObject("id", UUID.class),
                row.getObject("survivor", UUID.class),
                row.getLong("version"),
                row.getString("member"),
                instant(row, "merged_at"),
                DetailsJson.read(row.getString("choose"), Choose.class),
                DetailsJson.read(row.getString("before"), ContactDetails.class),
                DetailsJson.read(row.getString("after"), ContactDetails.class),
                Arrays.asList(DetailsJson.read(row.getString("others"), Part[].class)),
                instant(row, "undone_at"),
                row.getString("undone_by"));
    }

    /** Names the type for JSON. */
    private static final class Choose extends HashMap<String, UUID> {
        private static final long serialVersionUID = 1L;
    }
}
