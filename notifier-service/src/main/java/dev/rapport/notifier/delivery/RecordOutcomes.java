package dev.rapport.notifier.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.events.Event;
import dev.rapport.events.NotificationEvent;
import dev.rapport.events.NotificationEvent.NotificationDelivered;
import dev.rapport.events.NotificationEvent.NotificationFailed;
import dev.rapport.messaging.Messaging;
import dev.rapport.notifier.delivery.Outcome.Refused;
import dev.rapport.notifier.delivery.Outcome.Retry;
import dev.rapport.notifier.delivery.Outcome.Sent;
import dev.rapport.notifier.delivery.Outcome.Withdrawn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Claims deliveries and writes down how they ended, each in a short transaction. */
@ApplicationScoped
class RecordOutcomes {

    private static final Logger LOG = Logger.getLogger(RecordOutcomes.class);

    /** The lease fences: a result that comes after the lease went to another worker changes nothing. */
    private static final String FINISH = """
            update delivery set state = ?, last_fault = ?, lease = null, finished_at = now()
            where workspace_id = ? and id = ? and lease = ? and state = 'pending'""";

    private static final String RETRY = """
            update delivery set last_fault = ?, lease = null, next_attempt_at = now() + make_interval(secs => ?)
            where workspace_id = ? and id = ? and lease = ? and state = 'pending'""";

    @Inject
    DataSource database;

    @Inject
    DeliveryConfig config;

    @Inject
    Messaging messaging;

    @Inject
    Clock clock;

    @Transactional(rollbackOn = SQLException.class)
    List<Claimed> claim() throws SQLException {
        try (var transaction = database.getConnection()) {
            return Claimed.next(transaction, config.concurrency(), config.lease());
        }
    }

    @Transactional(rollbackOn = SQLException.class)
    void record(Map<Claimed, Outcome> outcomes) throws SQLException {
        var now = clock.instant();
        var events = new ArrayList<Event<NotificationEvent>>();
        try (var transaction = database.getConnection()) {
            for (var entry : outcomes.entrySet()) {
                var counts = write(transaction, entry.getKey(), entry.getValue());
                LOG.infof(
                        "delivery=%s id=%s attempt=%d counts=%b",
                        entry.getValue().getClass().getSimpleName(),
                        entry.getKey().id(),
                        entry.getKey().attempts(),
                        counts);
                if (counts) {
                    event(entry.getKey(), entry.getValue(), now).ifPresent(events::add);
                }
            }
        }
        messaging.publish(NotificationEvent.TOPIC, events);
    }

    private static boolean write(Connection transaction, Claimed claimed, Outcome outcome) throws SQLException {
        if (outcome instanceof Sent) {
            return finish(transaction, claimed, "sent", null);
        } else if (outcome instanceof Refused refused) {
            return finish(transaction, claimed, "failed", refused.fault());
        } else if (outcome instanceof Withdrawn) {
            return finish(transaction, claimed, "withdrawn", null);
        }
        return retry(transaction, claimed, (Retry) outcome);
    }

    private static boolean finish(Connection transaction, Claimed claimed, String state, String fault)
            throws SQLException {
        try (var finish = transaction.prepareStatement(FINISH)) {
            finish.setString(1, state);
            finish.setString(2, fault);
            finish.setString(3, claimed.workspace());
            finish.setObject(4, claimed.id());
            finish.setObject(5, claimed.lease());
            return finish.executeUpdate() == 1;
        }
    }

    private static boolean retry(Connection transaction, Claimed claimed, Retry retry) throws SQLException {
        try (var update = transaction.prepareStatement(RETRY)) {
            update.setString(1, retry.fault());
            update.setDouble(2, retry.after().toMillis() / 1000.0);
            update.setString(3, claimed.workspace());
            update.setObject(4, claimed.id());
            update.setObject(5, claimed.lease());
            return update.executeUpdate() == 1;
        }
    }

    /** Only of reminders: the topic's events name a contact and a reminder, which editions and notices have not. */
    private static Optional<Event<NotificationEvent>> event(Claimed of, Outcome outcome, Instant now) {
        NotificationEvent data = null;
        if (of.reminderId() == null) {
            return Optional.empty();
        } else if (outcome instanceof Sent) {
            data = new NotificationDelivered(
                    of.notificationId(), of.member(), of.contactId(), of.reminderId(), "email", now);
        } else if (outcome instanceof Refused refused) {
            data = new NotificationFailed(
                    of.notificationId(), of.member(), of.contactId(), of.reminderId(), "email", refused.fault(), now);
        }
        return Optional.ofNullable(data)
                .map(it -> new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), of.workspace(), now, it));
    }
}
