package dev.rapport.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How fast PostgreSQL takes the rows of imported contacts into a table like theirs, indexes included, and nothing else. */
final class PlainInserts {

    private static final int STATEMENTS = 100;
    private static final int ROWS = 1_000;
    private static final double NANOS = 1e9;

    private final String url =
            System.getenv().getOrDefault("RAPPORT_CONTACTS_JDBC_URL", "jdbc:postgresql://localhost:15432/contacts");

    double perSecond() throws SQLException {
        try (var connection = DriverManager.getConnection(url, "rapport", "rapport")) {
            try {
                execute(connection, "drop table if exists plain_contact");
                execute(connection, "create table plain_contact (like contact including all)");
                return measured(connection);
            } finally {
                execute(connection, "drop table plain_contact");
            }
        }
    }

    private static double measured(Connection connection) throws SQLException {
        var statements = new String[STATEMENTS];
        try (var page = connection.prepareStatement(rowsAsSql())) {
            for (int i = 0; i < STATEMENTS; i++) {
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
        return STATEMENTS * ROWS / ((System.nanoTime() - start) / NANOS);
    }

    /** Makes PostgreSQL itself write the INSERT, with every value as a literal. */
    private static String rowsAsSql() {
        return """
                select 'insert into plain_contact (workspace_id, id, details, version, created_at, updated_at,
                    derived_version, name_key, organization_key, keys, words) values ' || string_agg(format(
                    '(%L, %L, %L, %s, %L, %L, %s, %L, %L, %L, %L)', workspace_id, id, details, version, created_at,
                    updated_at, derived_version, name_key, organization_key, keys, words), ', ')
                from (select * from contact order by workspace_id, id limit ? offset ?) as page""";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
