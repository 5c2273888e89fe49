package dev.rapport.notifier.webhook;

import static dev.rapport.api.sql.Timestamps.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An attempt that this instance may make until its lease ends.
 *
 * @param number which attempt of the delivery it is, from 1
 * @param tries which attempt of the present round
 * @param at the database's time
 */
record ClaimedAttempt(
        String workspace,
        UUID deliveryId,
        UUID lease,
        UUID webhookId,
        UUID messageId,
        String url,
        String body,
        List<String> secrets,
        int number,
        int tries,
        Instant at) {

    static ClaimedAttempt read(ResultSet row) throws SQLException {
        return new ClaimedAttempt(
                row.getString("workspace_id"),
                row.getObject("id", UUID.class),
                row.getObject("lease", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getObject("message_id", UUID.class),
                row.getString("url"),
                row.getString("body"),
                List.of((String[]) row.getArray("secrets").getArray()),
                row.getInt("attempts"),
                row.getInt("tries"),
                instant(row, "at"));
    }
}
