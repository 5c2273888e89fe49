package dev.rapport.contacts.importing;

import java.sql.SQLException;
import javax.sql.DataSource;

/** What no API tells or does. */
record Database(DataSource source) {

    void run(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
