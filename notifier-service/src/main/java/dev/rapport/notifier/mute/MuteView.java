package dev.rapport.notifier.mute;

import static dev.rapport.api.sql.Timestamps.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mute as its member sees it: of a contact, or of a kind.
 *
 * @param subject what is muted, by which they are sorted
 */
@Schema(name = "Mute")
record MuteView(
        @Schema(description = "Of what: contact:<id> or kind:<kind>.", examples = "kind:drifting")
        String subject,

        @Schema(description = "Absent for a kind.") UUID contactId,

        @Schema(description = "Absent for a kind.", examples = "Anna Berg")
        String contactName,

        @Schema(description = "Absent for a contact.", examples = "drifting")
        String kind,

        @Schema(description = "When it ends; absent for never.")
        Instant until,

        Instant createdAt) {

    static final String SELECT = """
            select m.subject, m.contact_id, coalesce(c.display_name, s.display_name) as display_name, m.kind, m.until,
                m.created_at
            from mute m
            left join contact c on c.workspace_id = m.workspace_id and c.contact_id = m.contact_id
            left join contact s on s.workspace_id = m.workspace_id and s.contact_id = c.survivor_id
            where m.workspace_id = :workspace and m.member = :member""";

    static MuteView read(ResultSet row) throws SQLException {
        return new MuteView(
                row.getString("subject"),
                row.getObject("contact_id", UUID.class),
                row.getString("display_name"),
                row.getString("kind"),
                instant(row, "until"),
                instant(row, "created_at"));
    }
}
