package dev.rapport.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.TreeMap;

/**
 * When the transactions of a database could be seen by others, at the latest: looks twenty times a second which is the oldest
 * transaction that is under way. All before it have ended.
 */
final class Commits implements AutoCloseable {

    private static final long EVERY_MILLIS = 50;

    private final TreeMap<Long, Instant> oldestUnderWay = new TreeMap<>();
    private final Connection connection;
    private final Thread thread;
    private volatile boolean closed;

    /** @param connection of its own, which it closes */
    Commits(Connection connection) {
        this.connection = connection;
        thread = new Thread(this::watch, "commits");
        thread.setDaemon(true);
        thread.start();
    }

    /** When a transaction was first seen to have ended; null if it was not yet. */
    synchronized Instant seenAt(long transaction) {
        var after = oldestUnderWay.higherEntry(transaction);
        return after == null ? null : after.getValue();
    }

    private void watch() {
        try (connection;
                var query = connection.prepareStatement("select pg_snapshot_xmin(pg_current_snapshot())::text")) {
            while (!closed) {
                long oldest;
                try (var row = query.executeQuery()) {
                    row.next();
                    oldest = Long.parseLong(row.getString(1));
                }
                var now = Clock.systemUTC().instant();
                synchronized (this) {
                    oldestUnderWay.putIfAbsent(oldest, now);
                }
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException("the commits are watched no more", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
