package dev.rapport.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Publishes what stands in the outbox: reads rows in order, sends them, waits for every acknowledgement, deletes them. A
 * crash anywhere in between sends some again, which consumers ignore by the event's id; nothing is ever skipped, because a
 * row is found by being there, not by a position.
 *
 * <p>One relay is active per database: it holds a session advisory lock, so that one contact's events keep their order.
 * When its process dies the server frees the lock; when it merely stands still, {@code idle_session_timeout} ends its
 * session, and its late delete fails.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    /** Any number that nothing else in a Rapport database locks: "outbox" in ASCII. */
    private static final long LOCK = 0x6f7574626f78L;

    /**
     * A round is bounded by rows and by size, so that a backlog of large batches never fills the memory; its first row goes
     * whatever its size. pg_column_size is what the row takes on disk, compressed: the text is several times that.
     */
    private static final String READ = """
            select id, workspace_id, topic, events from (
                select *, sum(pg_column_size(events)) over (order by id) - pg_column_size(events) as before
                from outbox order by id limit ?
            ) as round
            where before < 262144
            order by id""";

    private static final String DELETE = "delete from outbox where id = any (?)";

    private final DataSource database;
    private final Producer<String, byte[]> producer;
    private final RelaySettings settings;
    private final BlockingQueue<Boolean> wakeUps = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private volatile boolean closed;

    /** A relay that is not running yet; it does not own the data source nor the producer. */
    public OutboxRelay(DataSource database, Producer<String, byte[]> producer, RelaySettings settings) {
        this.database = database;
        this.producer = producer;
        this.settings = settings;
        this.thread = new Thread(this::run, "outbox-relay");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Says that something was committed to the outbox just now. Never blocks. */
    public void wake() {
        wakeUps.offer(Boolean.TRUE);
    }

    /** Ends the loop after the round under way and frees the lock. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        wake();
        thread.join(settings.fence().toMillis());
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            try (var session = database.getConnection()) {
                holdSession(session);
            } catch (SQLException | KafkaException | ExecutionException e) {
                LOG.warnf(e, "relay=interrupted retry=%s", settings.retry());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void holdSession(Connection session) throws SQLException, InterruptedException, ExecutionException {
        try {
            if (tryLock(session)) {
                LOG.infof("relay=active source=%s", settings.source());
                relayUntilClosed(session);
            } else {
                pause();
            }
        } finally {
            release(session);
        }
    }

    private void relayUntilClosed(Connection session) throws SQLException, InterruptedException, ExecutionException {
        while (!closed) {
            if (relayOnce(session) == 0) {
                wakeUps.poll(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private int relayOnce(Connection session) throws SQLException, InterruptedException, ExecutionException {
        List<OutboxRow> rows = read(session);
        if (rows.isEmpty()) {
            return 0;
        }
        var acknowledgements = new ArrayList<Future<RecordMetadata>>();
        for (var row : rows) {
            for (var message : row.records(settings.source())) {
                acknowledgements.add(producer.send(message));
            }
        }
        producer.flush();
        for (var acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
        delete(session, rows);
        return rows.size();
    }

    private List<OutboxRow> read(Connection session) throws SQLException {
        try (var select = session.prepareStatement(READ)) {
            select.setInt(1, settings.rows());
            try (var found = select.executeQuery()) {
                var rows = new ArrayList<OutboxRow>();
                while (found.next()) {
                    rows.add(OutboxRow.read(found));
                }
                return rows;
            }
        }
    }

    private static void delete(Connection session, List<OutboxRow> rows) throws SQLException {
        try (var delete = session.prepareStatement(DELETE)) {
            delete.setArray(
                    1,
                    session.createArrayOf(
                            "bigint", rows.stream().map(OutboxRow::id).toArray()));
            delete.executeUpdate();
        }
    }

    private boolean tryLock(Connection session) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute("set idle_session_timeout = " + settings.fence().toMillis());
            try (var result = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** The session goes back to a pool: it must carry neither the lock nor the timeout to its next user. */
    private static void release(Connection session) {
        try (var statement = session.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
            statement.execute("reset idle_session_timeout");
        } catch (SQLException e) {
            LOG.debugf("relay=session-lost message=%s", e.getMessage());
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(closed ? 0 : settings.retry().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
