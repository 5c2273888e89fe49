package dev.rapport.notifier.feed;

import static dev.rapport.api.sql.Timestamps.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feed as its member sees it. */
@Schema(name = "Feed")
record FeedView(
        UUID id,
        FeedKind kind,

        @Schema(
                description = "Its secret address; told only once, when it is made.",
                examples = "https://rapport.example/feeds/dy0x~5r0n….ics")
        String url,

        Instant createdAt) {

    static final String SELECT =
            "select id, kind, created_at from feed where workspace_id = :workspace and member = :member";

    static FeedView read(ResultSet row) throws SQLException {
        return new FeedView(
                row.getObject("id", UUID.class), FeedKind.of(row.getString("kind")), null, instant(row, "created_at"));
    }
}
