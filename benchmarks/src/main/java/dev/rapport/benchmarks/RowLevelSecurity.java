package dev.rapport.benchmarks;

import dev.rapport.stack.LocalPostgres;
import dev.rapport.stack.StackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * What PostgreSQL's row-level security would cost as a second wall between workspaces: reading a row by its key with the
 * workspace in the query, against the same with a policy on the table and {@code SET LOCAL} in a transaction around it,
 * which is the only form that cannot leak over a pooled connection. Both in turns, in one run.
 */
final class RowLevelSecurity {

    private static final int ROWS = 100_000;
    private static final int WORKSPACES = 50;
    private static final int ROUNDS = 7;
    private static final int READS = 4_000;

    private final Random random = new Random(1);

    public static void main(String[] args) throws IOException, SQLException {
        var folder = Files.createTempDirectory("rapport-rls");
        try (var postgres = LocalPostgres.start(folder, StackPorts.freePort(), true);
                var connection = DriverManager.getConnection(
                        postgres.jdbcUrl("contacts"), LocalPostgres.USER, LocalPostgres.PASSWORD)) {
            new RowLevelSecurity().run(connection);
        }
    }

    private void run(Connection connection) throws SQLException {
        fill(connection);
        var plain = new double[ROUNDS];
        var walled = new double[ROUNDS];
        readPlain(connection);
        readWalled(connection);
        for (int round = 0; round < ROUNDS; round++) {
            plain[round] = readPlain(connection);
            walled[round] = readWalled(connection);
        }
        Arrays.sort(plain);
        Arrays.sort(walled);
        double without = plain[ROUNDS / 2];
        double with = walled[ROUNDS / 2];
        System.out.printf(Locale.ROOT, "read by key, workspace in the query (baseline)  %8.1f us%n", without);
        System.out.printf(
                Locale.ROOT,
                "the same behind a policy, with SET LOCAL         %8.1f us  x%.2f%n",
                with,
                with / without);
    }

    private static void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : new String[] {"plain", "walled"}) {
                statement.execute("create table " + table
                        + " (workspace_id text, id int, name text, primary key (workspace_id, id))");
                statement.execute("insert into " + table + " select 'ws-' || i % " + WORKSPACES + ", i, 'name ' || i"
                        + " from generate_series(0, " + (ROWS - 1) + ") i");
                statement.execute("analyze " + table);
            }
            statement.execute("alter table walled enable row level security");
            statement.execute("alter table walled force row level security");
            statement.execute("create policy workspace on walled"
                    + " using (workspace_id = current_setting('rapport.workspace', true))");
        }
    }

    private double readPlain(Connection connection) throws SQLException {
        long start = System.nanoTime();
        for (int i = 0; i < READS; i++) {
            read(connection, "plain", random.nextInt(ROWS));
        }
        return (System.nanoTime() - start) / 1e3 / READS;
    }

    private double readWalled(Connection connection) throws SQLException {
        long start = System.nanoTime();
        for (int i = 0; i < READS; i++) {
            int id = random.nextInt(ROWS);
            connection.setAutoCommit(false);
            try (var set = connection.prepareStatement("select set_config('rapport.workspace', ?, true)")) {
                set.setString(1, "ws-" + id % WORKSPACES);
                set.execute();
            }
            read(connection, "walled", id);
            connection.commit();
            connection.setAutoCommit(true);
        }
        return (System.nanoTime() - start) / 1e3 / READS;
    }

    private static void read(Connection connection, String table, int id) throws SQLException {
        try (var select =
                connection.prepareStatement("select name from " + table + " where workspace_id = ? and id = ?")) {
            select.setString(1, "ws-" + id % WORKSPACES);
            select.setInt(2, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("row " + id + " is not visible");
                }
            }
        }
    }
}
