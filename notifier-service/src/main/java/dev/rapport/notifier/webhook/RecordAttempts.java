package dev.rapport.notifier.webhook;

import dev.rapport.notifier.egress.Answer;
import dev.rapport.notifier.webhook.Verdict.Delivered;
import dev.rapport.notifier.webhook.Verdict.Retry;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Writes down how an attempt ended, and what follows from it for the delivery and the endpoint, in one transaction. */
@ApplicationScoped
class RecordAttempts {

    private static final Logger LOG = Logger.getLogger(RecordAttempts.class);

    /** Before the delivery's row: the order in which an endpoint is deleted. Those who record do not wait for each other. */
    private static final String HOLD = "select 1 from webhook where workspace_id = ? and id = ? for key share";

    /** The lease fences: a result that comes after the lease went to another worker changes nothing. */
    private static final String SETTLE = """
            update webhook_delivery set state = ?, lease = null, last_status = ?, last_fault = ?,
                next_attempt_at = now() + make_interval(secs => ?), finished_at = case when ? = 'waiting' then null else now() end
            where workspace_id = ? and id = ? and lease = ? and state = 'waiting'""";

    private static final String LOG_ATTEMPT = """
            insert into webhook_attempt (workspace_id, delivery_id, number, at, millis, status, fault, excerpt)
            values (?, ?, ?, ?::timestamptz, ?, ?, ?, ?)""";

    @Inject
    DataSource database;

    @Inject
    WebhookConfig config;

    @Inject
    EndpointHealth health;

    @Inject
    MeterRegistry metrics;

    @Transactional(rollbackOn = SQLException.class)
    void record(ClaimedAttempt attempt, Answer answer) throws SQLException {
        var verdict = Verdict.of(
                answer,
                attempt.tries(),
                new RetrySchedule(config.schedule()),
                ThreadLocalRandom.current().nextDouble(),
                attempt.at().plus(answer.took()));
        boolean counts;
        try (var transaction = database.getConnection()) {
            counts = hold(transaction, attempt) && settle(transaction, attempt, answer, verdict);
            if (counts) {
                log(transaction, attempt, answer);
                health.after(transaction, attempt, answer, verdict);
            }
        }
        var outcome = verdict.getClass().getSimpleName();
        metrics.counter("rapport.webhook.attempts", "outcome", outcome).increment();
        LOG.infof(
                "webhook=%s endpoint=%s delivery=%s attempt=%d status=%s counts=%b",
                outcome, attempt.webhookId(), attempt.deliveryId(), attempt.number(), answer.status(), counts);
    }

    /** Whether the endpoint still is there, which it then is until the transaction ends. */
    private static boolean hold(Connection transaction, ClaimedAttempt attempt) throws SQLException {
        try (var hold = transaction.prepareStatement(HOLD)) {
            hold.setString(1, attempt.workspace());
            hold.setObject(2, attempt.webhookId());
            try (var row = hold.executeQuery()) {
                return row.next();
            }
        }
    }

    private static boolean settle(Connection transaction, ClaimedAttempt attempt, Answer answer, Verdict verdict)
            throws SQLException {
        var state = verdict instanceof Delivered ? "delivered" : verdict instanceof Retry ? "waiting" : "failed";
        try (var settle = transaction.prepareStatement(SETTLE)) {
            settle.setString(1, state);
            settle.setObject(2, answer.status(), Types.INTEGER);
            settle.setString(3, state.equals("delivered") ? null : faultOf(answer));
            settle.setDouble(4, verdict instanceof Retry retry ? retry.after().toMillis() / 1000.0 : 0);
            settle.setString(5, state);
            settle.setString(6, attempt.workspace());
            settle.setObject(7, attempt.deliveryId());
            settle.setObject(8, attempt.lease());
            return settle.executeUpdate() == 1;
        }
    }

    private static void log(Connection transaction, ClaimedAttempt attempt, Answer answer) throws SQLException {
        try (var insert = transaction.prepareStatement(LOG_ATTEMPT)) {
            insert.setString(1, attempt.workspace());
            insert.setObject(2, attempt.deliveryId());
            insert.setInt(3, attempt.number());
            insert.setString(4, attempt.at().toString());
            insert.setInt(5, (int) answer.took().toMillis());
            insert.setObject(6, answer.status(), Types.INTEGER);
            insert.setString(7, answer.fault());
            insert.setString(8, answer.excerpt().isEmpty() ? null : answer.excerpt());
            insert.executeUpdate();
        }
    }

    static String faultOf(Answer answer) {
        return answer.fault() == null ? "it answered " + answer.status() : answer.fault();
    }
}
