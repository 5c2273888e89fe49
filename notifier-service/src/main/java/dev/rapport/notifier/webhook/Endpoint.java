package dev.rapport.notifier.webhook;

import dev.rapport.notifier.batch.MemberKey;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * An endpoint as reports speak of it.
 *
 * @param creator who made it, and is told of it
 * @param host of its URL: the rest may hold a secret
 */
record Endpoint(MemberKey creator, UUID id, String host) {

    /** Reads {@code created_by} and {@code url} of the endpoint of an attempt. */
    static Endpoint read(ResultSet row, ClaimedAttempt attempt) throws SQLException {
        return new Endpoint(
                new MemberKey(attempt.workspace(), row.getString("created_by")),
                attempt.webhookId(),
                URI.create(row.getString("url")).getHost());
    }
}
