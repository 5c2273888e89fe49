package dev.rapport.notifier.webhook;

import dev.rapport.notifier.egress.Answer;
import dev.rapport.notifier.webhook.Verdict.Delivered;
import dev.rapport.notifier.webhook.Verdict.GivenUp;
import dev.rapport.notifier.webhook.Verdict.Gone;
import dev.rapport.notifier.webhook.Verdict.Retry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What attempts say of their endpoint: that it works, fails, or is gone. One that has failed for long is paused: its
 * deliveries wait while one at a time finds out whether it is back. Then everything that it missed is sent.
 */
@ApplicationScoped
class EndpointHealth {

    private static final String FAILED = """
            update webhook set failing_since = coalesce(failing_since, now()), last_fault = ?,
                paused_at = coalesce(paused_at,
                    case when failing_since <= now() - make_interval(secs => ?) then now() end),
                rest_until = greatest(rest_until, nullif(now() + make_interval(secs => ?), now()),
                    case when failing_since <= now() - make_interval(secs => ?) then now() + make_interval(secs => ?) end)
            where workspace_id = ? and id = ?
            returning created_by, url, paused_at = now() as pausing""";

    private static final String DISABLE = """
            update webhook set disabled_at = now(), disabled_reason = 'it answered 410', last_fault = 'it answered 410',
                version = version + 1
            where workspace_id = ? and id = ? and disabled_at is null returning created_by, url""";

    /** Read first: while an endpoint works nobody waits for its row. */
    private static final String FAILING = """
            select created_by, url, failing_since, paused_at from webhook
            where workspace_id = ? and id = ? and failing_since is not null for no key update""";

    private static final String RECOVERED = """
            update webhook set failing_since = null, last_fault = null, paused_at = null, rest_until = null
            where workspace_id = ? and id = ?""";

    /** What waits waits no longer, and what was given up while it was away is tried once more. */
    private static final List<String> RELEASE = List.of("""
            update webhook_delivery set next_attempt_at = now()
            where workspace_id = ? and webhook_id = ? and state = 'waiting' and lease is null
                and next_attempt_at > now() and ?::timestamptz is not null""", """
            update webhook_delivery set state = 'waiting', tries = 0, next_attempt_at = now(), finished_at = null
            where workspace_id = ? and webhook_id = ? and state = 'failed' and finished_at >= ?::timestamptz""");

    @Inject
    WebhookConfig config;

    @Inject
    WebhookReports reports;

    void after(Connection transaction, ClaimedAttempt attempt, Answer answer, Verdict verdict) throws SQLException {
        if (verdict instanceof Delivered) {
            works(transaction, attempt);
        } else if (verdict instanceof Gone) {
            gone(transaction, attempt);
        } else {
            fails(transaction, attempt, answer, verdict);
        }
    }

    private void works(Connection transaction, ClaimedAttempt attempt) throws SQLException {
        try (var select = transaction.prepareStatement(FAILING)) {
            bind(select, attempt, 1);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return;
                }
                update(transaction, RECOVERED, attempt);
                if (row.getObject("paused_at") != null) {
                    var since = row.getObject("failing_since", OffsetDateTime.class);
                    for (var sql : RELEASE) {
                        release(transaction, sql, attempt, since);
                    }
                    reports.resumed(transaction, Endpoint.read(row, attempt));
                }
            }
        }
    }

    private void gone(Connection transaction, ClaimedAttempt attempt) throws SQLException {
        try (var disable = transaction.prepareStatement(DISABLE)) {
            bind(disable, attempt, 1);
            try (var row = disable.executeQuery()) {
                if (row.next()) {
                    reports.disabled(transaction, Endpoint.read(row, attempt));
                }
            }
        }
    }

    private void fails(Connection transaction, ClaimedAttempt attempt, Answer answer, Verdict verdict)
            throws SQLException {
        var asked = verdict instanceof Retry retry && retry.rest() != null ? retry.rest() : Duration.ZERO;
        try (var update = transaction.prepareStatement(FAILED)) {
            update.setString(1, RecordAttempts.faultOf(answer));
            update.setDouble(2, seconds(config.pauseAfter()));
            update.setDouble(3, seconds(asked));
            update.setDouble(4, seconds(config.pauseAfter()));
            update.setDouble(5, seconds(config.probeEvery()));
            bind(update, attempt, 6);
            try (var row = update.executeQuery()) {
                if (row.next()) {
                    var endpoint = Endpoint.read(row, attempt);
                    if (row.getBoolean("pausing")) {
                        reports.paused(transaction, endpoint);
                    }
                    if (verdict instanceof GivenUp) {
                        reports.gaveUp(transaction, endpoint);
                    }
                }
            }
        }
    }

    private static void release(Connection transaction, String sql, ClaimedAttempt attempt, OffsetDateTime since)
            throws SQLException {
        try (var update = transaction.prepareStatement(sql)) {
            bind(update, attempt, 1);
            update.setObject(3, since);
            update.executeUpdate();
        }
    }

    private static void update(Connection transaction, String sql, ClaimedAttempt attempt) throws SQLException {
        try (var update = transaction.prepareStatement(sql)) {
            bind(update, attempt, 1);
            update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, ClaimedAttempt attempt, int from) throws SQLException {
        statement.setString(from, attempt.workspace());
        statement.setObject(from + 1, attempt.webhookId());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
