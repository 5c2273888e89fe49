package dev.rapport.messaging;

import dev.rapport.events.AboutContact;
import dev.rapport.events.CloudEvents;
import dev.rapport.events.Event;
import dev.rapport.events.Topic;
import dev.rapport.events.UnreadableEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * Applies polled records of one topic: the whole batch in one transaction. Where that fails, record by record, so that one
 * bad record fails alone and goes to the dead letters. While the database is away it waits: nothing is skipped for a fault
 * that will pass.
 *
 * @param <T> the topic's events
 */
public final class EventBatches<T extends AboutContact> {

    /** What a consumer does with events, inside the given transaction; it neither commits nor rolls back. */
    @FunctionalInterface
    public interface Effect<T extends AboutContact> {
        /** Applies the events in order. Throws to have the transaction rolled back. */
        void apply(Connection transaction, List<Event<T>> events) throws SQLException;
    }

    private static final Logger LOG = Logger.getLogger(EventBatches.class);

    private final Topic<T> topic;
    private final DataSource database;
    private final DeadLetters deadLetters;
    private final Effect<T> effect;
    private final Runnable afterCommit;

    /** @param afterCommit called after each commit, to wake the relay for what the effect appended to the outbox */
    public EventBatches(
            Topic<T> topic, DataSource database, DeadLetters deadLetters, Effect<T> effect, Runnable afterCommit) {
        this.topic = topic;
        this.database = database;
        this.deadLetters = deadLetters;
        this.effect = effect;
        this.afterCommit = afterCommit;
    }

    /** Returns when every record was applied, was known already, or stands in the dead letters. */
    public void consume(Iterable<ConsumerRecord<String, byte[]>> records) {
        var readable = new ArrayList<ReadRecord<T>>();
        for (var message : records) {
            read(message).ifPresent(readable::add);
        }
        if (readable.isEmpty()) {
            return;
        }
        try {
            apply(readable);
        } catch (SQLException | RuntimeException e) {
            stopIfInterrupted(e);
            LOG.warnf(
                    "batch=split topic=%s size=%d cause=%s",
                    topic.name(), readable.size(), e.getClass().getName());
            readable.forEach(this::applyAlone);
        }
    }

    private Optional<ReadRecord<T>> read(ConsumerRecord<String, byte[]> message) {
        try {
            var headers = new HashMap<String, String>();
            for (Header header : message.headers()) {
                headers.put(header.key(), CloudEvents.text(header.value()));
            }
            return CloudEvents.read(topic, message.key(), headers, message.value())
                    .map(event -> new ReadRecord<>(message, event));
        } catch (UnreadableEvent e) {
            deadLetters.put(message, e);
            return Optional.empty();
        }
    }

    private void applyAlone(ReadRecord<T> single) {
        try {
            apply(List.of(single));
        } catch (SQLException | RuntimeException e) {
            stopIfInterrupted(e);
            deadLetters.put(single.message(), e);
        }
    }

    private void apply(List<ReadRecord<T>> records) throws SQLException {
        var events = records.stream().map(ReadRecord::event).toList();
        var backoff = new Backoff();
        while (true) {
            try {
                inTransaction(events);
                afterCommit.run();
                return;
            } catch (SQLException | RuntimeException e) {
                if (!TransientFault.is(e)) {
                    throw e;
                }
                LOG.warnf("batch=retried topic=%s cause=%s", topic.name(), e.getMessage());
                backoff.pause();
            }
        }
    }

    private void inTransaction(List<Event<T>> events) throws SQLException {
        try (var transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            try {
                effect.apply(transaction, events);
                transaction.commit();
            } catch (SQLException | RuntimeException e) {
                rollBack(transaction, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection transaction, Exception cause) {
        try {
            transaction.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void stopIfInterrupted(Exception cause) {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("stopped in the middle of a batch; it will be delivered again", cause);
        }
    }

    private record ReadRecord<T extends AboutContact>(ConsumerRecord<String, byte[]> message, Event<T> event) {}
}
