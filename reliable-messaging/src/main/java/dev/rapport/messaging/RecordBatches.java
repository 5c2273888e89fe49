package dev.rapport.messaging;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.UnreadableEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * Applies polled records: the whole batch in one transaction. Where that fails, record by record, so that one bad record
 * fails alone and goes to the dead letters. While the database is away it waits: nothing is skipped for a fault that will
 * pass.
 *
 * @param <M> what a record says
 */
public final class RecordBatches<M> {

    /** Makes sense of a record. */
    @FunctionalInterface
    public interface Reading<M> {
        /** Empty for a record to be passed over; {@link UnreadableEvent} for one that goes to the dead letters. */
        Optional<M> read(ConsumerRecord<String, byte[]> message, Map<String, String> headers);
    }

    /** What a consumer does with what it read, inside the given transaction; it neither commits nor rolls back. */
    @FunctionalInterface
    public interface Effect<M> {
        /** Applies all in order. Throws to have the transaction rolled back. */
        void apply(Connection transaction, List<M> read) throws SQLException;
    }

    private static final Logger LOG = Logger.getLogger(RecordBatches.class);

    private final Reading<M> reading;
    private final DataSource database;
    private final DeadLetters deadLetters;
    private final Effect<M> effect;
    private final Runnable afterCommit;

    /** @param afterCommit called after each commit, to wake the relay for what the effect appended to the outbox */
    public RecordBatches(
            Reading<M> reading, DataSource database, DeadLetters deadLetters, Effect<M> effect, Runnable afterCommit) {
        this.reading = reading;
        this.database = database;
        this.deadLetters = deadLetters;
        this.effect = effect;
        this.afterCommit = afterCommit;
    }

    /** Returns when every record was applied, was known already, or stands in the dead letters. */
    public void consume(Iterable<ConsumerRecord<String, byte[]>> records) {
        var readable = new ArrayList<ReadRecord<M>>();
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
                    readable.get(0).message().topic(),
                    readable.size(),
                    e.getClass().getName());
            readable.forEach(this::applyAlone);
        }
    }

    private Optional<ReadRecord<M>> read(ConsumerRecord<String, byte[]> message) {
        try {
            var headers = new HashMap<String, String>();
            for (Header header : message.headers()) {
                headers.put(header.key(), CloudEvents.text(header.value()));
            }
            return reading.read(message, headers).map(read -> new ReadRecord<>(message, read));
        } catch (UnreadableEvent e) {
            deadLetters.put(message, e);
            return Optional.empty();
        }
    }

    private void applyAlone(ReadRecord<M> single) {
        try {
            apply(List.of(single));
        } catch (SQLException | RuntimeException e) {
            stopIfInterrupted(e);
            deadLetters.put(single.message(), e);
        }
    }

    private void apply(List<ReadRecord<M>> records) throws SQLException {
        var read = records.stream().map(ReadRecord::read).toList();
        var backoff = new Backoff();
        while (true) {
            try {
                inTransaction(read);
                afterCommit.run();
                return;
            } catch (SQLException | RuntimeException e) {
                if (!TransientFault.is(e)) {
                    throw e;
                }
                LOG.warnf(
                        "batch=retried topic=%s cause=%s",
                        records.get(0).message().topic(), e.getMessage());
                backoff.pause();
            }
        }
    }

    private void inTransaction(List<M> read) throws SQLException {
        try (var transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            try {
                effect.apply(transaction, read);
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

    private record ReadRecord<M>(ConsumerRecord<String, byte[]> message, M read) {}
}
