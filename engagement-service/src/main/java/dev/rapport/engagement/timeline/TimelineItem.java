package dev.rapport.engagement.timeline;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.events.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An interaction or a signal in the list of all that happened with a contact. */
record TimelineItem(
        @Schema(description = "What it is; its whole is at /v1/interactions or /v1/signals.")
        TimelineType type,

        UUID id,

        @Schema(description = "The contact it belongs to: the one asked for, or one that was merged into it.")
        UUID contactId,

        @Schema(description = "The member whose contact this is.", examples = "alex")
        String owner,

        @Schema(description = "When the interaction occurred, or the signal was published or, if unknown, seen.")
        Instant at,

        @Schema(description = "The kind of interaction or of signal.", examples = "email")
        String kind,

        @Schema(description = "Of an interaction.") Direction direction,

        @Schema(description = "Of an interaction: by what means.", examples = "gmail")
        String channel,

        @Schema(
                description = "The subject of an interaction or the title of a signal, in one line.",
                examples = "Offer for the new site")
        String title,

        @Schema(description = "Of an interaction.") String excerpt,

        @Schema(description = "Of a signal: where to read it.")
        String link,

        @Schema(description = "Of a signal: what it is about.")
        List<String> topics,

        @Schema(examples = "acme-crm") String source,
        @Schema(examples = "m-20260301-17") String externalId) {

    static TimelineItem read(ResultSet row) throws SQLException {
        var direction = row.getString("direction");
        var topics = row.getArray("topics");
        return new TimelineItem(
                TimelineType.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                row.getObject("id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("owner"),
                instant(row, "at"),
                row.getString("kind"),
                direction == null ? null : Direction.valueOf(direction),
                row.getString("channel"),
                row.getString("title"),
                row.getString("excerpt"),
                row.getString("link"),
                topics == null ? null : List.of((String[]) topics.getArray()),
                row.getString("source"),
                row.getString("external_id"));
    }
}
