package dev.rapport.contacts.history;

import static dev.rapport.api.sql.Timestamps.instant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.contacts.contact.DetailsJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change of a contact: who changed what, when, and by what. */
@Schema(name = "ContactHistoryEntry", description = "One change of a contact")
record HistoryEntry(
        @Schema(
                required = true,
                examples = "changed",
                enumeration = {"added", "changed", "deleted", "restored", "merged", "unmerged", "erased"})
        String kind,

        @Schema(required = true, examples = "2", description = "The contact's version since this change")
        long version,

        @Schema(required = true) Instant at,

        @Schema(required = true, examples = "alex", description = "The member who did it")
        String member,

        @Schema(
                required = true,
                examples = "request",
                description = "By what: request, import, merge, merge_undone, circle, custom_field or erasure")
        String cause,

        @Schema(description = "The import, merge, circle or erasure that did it; absent for a plain request")
        UUID causeId,

        @Schema(
                description = "What became of each changed field; absent is what was, or is, empty",
                examples = "{\"title\": {\"from\": \"Engineer\", \"to\": \"CTO\"}}",
                implementation = Object.class)
        ObjectNode fields) {

    /** The columns that {@link #read} needs. */
    static final String COLUMNS = "kind, version, at, member, cause, cause_id, fields";

    static HistoryEntry read(ResultSet row) throws SQLException {
        return new HistoryEntry(
                row.getString("kind"),
                row.getLong("version"),
                instant(row, "at"),
                row.getString("member"),
                row.getString("cause"),
                row.getObject("cause_id", UUID.class),
                DetailsJson.read(row.getString("fields"), ObjectNode.class));
    }
}
