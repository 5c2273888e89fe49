package dev.rapport.notifier.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.events.Event;
import dev.rapport.events.NotificationEvent;
import dev.rapport.events.NotificationEvent.NotificationDelivered;
import dev.rapport.events.NotificationEvent.NotificationFailed;
import dev.rapport.messaging.Messaging;
import dev.rapport.notifier.channel.ChannelHealth;
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
import java.time.Duration;
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
            update delivery set state = ?, last_fault = ?, lease = null, next_attempt_at = now() + make_interval(secs => ?)
            where workspace_id = ? and id = ? and lease = ? and state = 'pending'""";

    @Inject
    DataSource database;

    @Inject
    DeliveryConfig config;

    @Inject
    ChannelHealth health;

    @Inject
    Messaging messaging;

    @Inject
    Clock clock;

    @Transactional(rollbackOn = SQLException.class)
    List<Claimed> claim(int most) throws SQLException {
        try (var transaction = database.getConnection()) {
            return Claimed.next(transaction, most, config.lease());
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

    /** While a channel is paused nothing fails for good: a mail that was tried and turned away waits with the others. */
    private boolean write(Connection transaction, Claimed claimed, Outcome outcome) throws SQLException {
        var paused = health.lock(transaction, claimed.workspace(), claimed.id()).orElse(false);
        if (outcome instanceof Sent) {
            var counts = finish(transaction, claimed, "sent", null);
            if (counts) {
                health.arrived(transaction, claimed.workspace(), claimed.id());
            }
            return counts;
        } else if (outcome instanceof Withdrawn) {
            return finish(transaction, claimed, "withdrawn", null);
        } else if (outcome instanceof Refused refused) {
            var counts = paused
                    ? retry(transaction, claimed, "held", refused.fault(), Duration.ZERO)
                    : finish(transaction, claimed, "failed", refused.fault());
            return turnedAway(transaction, claimed, refused.fault(), refused.ofAddress(), true, counts) && !paused;
        }
        var retry = (Retry) outcome;
        var counts = retry(transaction, claimed, paused ? "held" : "pending", retry.fault(), retry.after());
        return turnedAway(transaction, claimed, retry.fault(), retry.ofAddress(), false, counts);
    }

    private boolean turnedAway(
            Connection transaction, Claimed claimed, String fault, boolean ofAddress, boolean forGood, boolean counts)
            throws SQLException {
        if (counts && ofAddress) {
            health.turnedAway(transaction, claimed.workspace(), claimed.id(), fault, forGood);
        }
        return counts;
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

    private static boolean retry(Connection transaction, Claimed claimed, String state, String fault, Duration after)
            throws SQLException {
        try (var update = transaction.prepareStatement(RETRY)) {
            update.setString(1, state);
            update.setString(2, fault);
            update.setDouble(3, after.toMillis() / 1000.0);
            update.setString(4, claimed.workspace());
            update.setObject(5, claimed.id());
            update.setObject(6, claimed.lease());
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
