package dev.rapport.benchmarks;

import dev.rapport.stack.LocalPostgres;
import dev.rapport.stack.LocalStack;
import dev.rapport.stack.StackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A durable stack of its own, and the instances of the notifier on it, whose clocks it moves. */
final class NotifierRun implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final Path folder = Files.createTempDirectory("rapport-benchmark");
    private final Path offset = folder.resolve("clock-offset");
    private final LocalStack stack = LocalStack.in(folder, StackPorts.free());
    private final List<NotifierProcess> instances = new ArrayList<>();
    private Duration ahead = Duration.ZERO;

    NotifierRun() throws IOException, InterruptedException {
        instances.add(NotifierProcess.start(stack, offset).awaitReady());
    }

    String url() {
        return stack.jdbcUrl("notifier");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), LocalPostgres.USER, LocalPostgres.PASSWORD);
    }

    /** Moves the instances' clocks, so that they show this time now. */
    void moveClock(Instant to) throws IOException {
        ahead = Duration.between(Clock.systemUTC().instant(), to);
        var next = Files.writeString(folder.resolve("clock-offset.next"), ahead.toString());
        Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What the instances' clocks showed at an instant of the system's. */
    Instant shown(Instant system) {
        return system.plus(ahead);
    }

    /**
     * Waits until this many more are told; when half of them are, starts a second instance.
     *
     * @return when the second instance was ready by the system's clock; null when all was done before that
     */
    Instant awaitWithSecondInstance(long count) throws IOException, InterruptedException {
        long before = done();
        while (done() - before < count / 2) {
            Thread.sleep(200);
        }
        instances.add(NotifierProcess.start(stack, offset));
        Instant ready = null;
        while (done() - before < count) {
            Thread.sleep(200);
            if (ready == null && instances.get(1).isReady()) {
                ready = Clock.systemUTC().instant();
            }
        }
        return ready;
    }

    /** Ends the second instance. */
    void stopSecondInstance() throws IOException {
        instances.remove(1).close();
    }

    /** What each instance has done, and the most memory that it took. */
    String instances() throws IOException {
        var told = new ArrayList<String>();
        for (var instance : instances) {
            told.add(String.format(Locale.ROOT, "%,d in %d MiB at most", instance.done(), instance.peakMemory()));
        }
        return told.stream().collect(Collectors.joining("; by the second "));
    }

    private long done() throws IOException {
        long done = 0;
        for (var instance : instances) {
            done += instance.done();
        }
        return done;
    }

    /** What the first instance does with nothing to do, each second: processor time, and what it touches of a table. */
    String idle(String table, Duration during) throws SQLException, InterruptedException {
        try (var connection = connect()) {
            var processor = instances.get(0).processorTime();
            long rows = counted(connection, ROWS, table);
            long pages = counted(connection, PAGES, table);
            long start = System.nanoTime();
            Thread.sleep(during.toMillis());
            double seconds = (System.nanoTime() - start) / NANOS;
            return String.format(
                    Locale.ROOT,
                    "%.1f rows/s, %.0f pages/s of the table and its indexes, %.1f ms/s of the processor",
                    (counted(connection, ROWS, table) - rows) / seconds,
                    (counted(connection, PAGES, table) - pages) / seconds,
                    instances.get(0).processorTime().minus(processor).toNanos() / 1e6 / seconds);
        }
    }

    private static final String ROWS =
            "select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) from pg_stat_user_tables where relname = ?";

    private static final String PAGES = """
            select heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read from pg_statio_user_tables
            where relname = ?""";

    private static long counted(Connection connection, String sql, String table) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, table);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var instance : instances) {
            instance.close();
        }
        stack.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
