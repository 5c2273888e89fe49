package dev.rapport.messaging;

import dev.rapport.events.AboutContact;
import dev.rapport.events.CloudEvents;
import dev.rapport.events.Event;
import dev.rapport.events.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Applies polled records of one of Rapport's own topics, as {@link RecordBatches} does. An event type that is newer than this
 * reader is passed over; a key that is not the event's makes a record unreadable.
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

    private final RecordBatches<Event<T>> batches;

    /** @param afterCommit called after each commit, to wake the relay for what the effect appended to the outbox */
    public EventBatches(
            Topic<T> topic, DataSource database, DeadLetters deadLetters, Effect<T> effect, Runnable afterCommit) {
        this.batches = new RecordBatches<>(
                (message, headers) -> CloudEvents.read(topic, message.key(), headers, message.value()),
                database,
                deadLetters,
                effect::apply,
                afterCommit);
    }

    /** Returns when every record was applied, was known already, or stands in the dead letters. */
    public void consume(Iterable<ConsumerRecord<String, byte[]>> records) {
        batches.consume(records);
    }
}
