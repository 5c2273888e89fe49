package dev.rapport.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How fast PostgreSQL takes the rows of a service into a table like theirs, indexes included, and nothing else. */
final class PlainInserts {

    private static final int STATEMENTS = 100;
    private static final int ROWS = 1_000;
    private static final double NANOS = 1e9;

    private final String url;
    private final String table;
    private final String columns;
    private final int count;

    private PlainInserts(String url, String table, String columns, int count) {
        this.url = url;
        this.table = table;
        this.columns = columns;
        this.count = count;
    }

    /** Of contacts that were imported. */
    static PlainInserts ofContacts() {
        return new PlainInserts(
                url("RAPPORT_CONTACTS_JDBC_URL", "contacts"),
                "contact",
                "workspace_id, id, details, version, created_at, updated_at, derived_version, name_key, organization_key,"
                        + " keys, words",
                STATEMENTS);
    }

    /** Of interactions that were recorded. */
    static PlainInserts ofInteractions() {
        return new PlainInserts(
                url("RAPPORT_ENGAGEMENT_JDBC_URL", "engagement"),
                "interaction",
                "workspace_id, id, contact_id, owner, wanted_contact_id, address, kind, direction, occurred_at, recorded_at",
                STATEMENTS);
    }

    /**
     * Of notifications that were told.
     *
     * @param statements how many; there are 1,000 times as many notifications, at least
     */
    static PlainInserts ofNotifications(String url, int statements) {
        return new PlainInserts(
                url,
                "notification",
                "workspace_id, id, member, category, kind, contact_id, reminder_id, title, body, created_at",
                statements);
    }

    private static String url(String variable, String database) {
        return System.getenv().getOrDefault(variable, "jdbc:postgresql://localhost:15432/" + database);
    }

    /** Multi-row INSERTs of 1,000 rows each; returns the rows a second. */
    double perSecond() throws SQLException {
        try (var connection = DriverManager.getConnection(url, "rapport", "rapport")) {
            try {
                execute(connection, "drop table if exists plain_rows");
                execute(connection, "create table plain_rows (like " + table + " including all)");
                return measured(connection);
            } finally {
                execute(connection, "drop table plain_rows");
            }
        }
    }

    private double measured(Connection connection) throws SQLException {
        var statements = new String[count];
        try (var page = connection.prepareStatement(rowsAsSql())) {
            for (int i = 0; i < count; i++) {
                page.setInt(1, ROWS);
                page.setInt(2, i * ROWS);
                try (var rows = page.executeQuery()) {
                    rows.next();
                    statements[i] = rows.getString(1);
                }
            }
        }
        long start = System.nanoTime();
        for (var statement : statements) {
            execute(connection, statement);
        }
        return count * ROWS / ((System.nanoTime() - start) / NANOS);
    }

    /** Makes PostgreSQL itself write the INSERT, with every value as a literal. */
    private String rowsAsSql() {
        var values = Arrays.stream(columns.split(", *"))
                .map(column -> "quote_nullable(" + column + ")")
                .collect(Collectors.joining(" || ', ' || "));
        return "select 'insert into plain_rows (" + columns + ") values ' || string_agg('(' || " + values
                + " || ')', ', ') from (select * from " + table
                + " order by workspace_id, id limit ? offset ?) as page";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
