package dev.rapport.notifier.channel;

import dev.rapport.notifier.batch.MemberKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** What a change of a channel needs to know of it. */
record EmailAddress(MemberKey member, UUID id, String address, boolean verified, String pausedBy, int failures) {

    static final String COLUMNS = "c.workspace_id, c.member, c.id, c.address, c.verified_at, c.paused_by, c.failures";

    static EmailAddress read(ResultSet row) throws SQLException {
        return new EmailAddress(
                new MemberKey(row.getString("workspace_id"), row.getString("member")),
                row.getObject("id", UUID.class),
                row.getString("address"),
                row.getObject("verified_at", OffsetDateTime.class) != null,
                row.getString("paused_by"),
                row.getInt("failures"));
    }

    boolean isPaused() {
        return pausedBy != null;
    }

    boolean isPausedByHealth() {
        return "health".equals(pausedBy);
    }
}
