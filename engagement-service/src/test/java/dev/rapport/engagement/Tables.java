package dev.rapport.engagement;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The service's tables, all of them: also one that is added tomorrow. */
public final class Tables {

    private static final String ALL = """
            select table_name from information_schema.tables
            where table_schema = current_schema() and table_type = 'BASE TABLE'
              and table_name <> 'flyway_schema_history' order by 1""";

    private Tables() {}

    /** Those with a row in which this text occurs, in whatever column. */
    public static List<String> mentioning(DataSource database, String text) {
        return with(database, "t::text like '%' || ? || '%'", text);
    }

    /** Those with a row of this workspace. */
    public static List<String> of(DataSource database, String workspace) {
        return with(database, "t.workspace_id = ?", workspace);
    }

    private static List<String> with(DataSource database, String condition, String parameter) {
        try (var connection = database.getConnection()) {
            var found = new ArrayList<String>();
            for (var table : all(connection)) {
                try (var select = connection.prepareStatement(
                        "select exists (select from " + table + " t where " + condition + ")")) {
                    select.setString(1, parameter);
                    try (var row = select.executeQuery()) {
                        row.next();
                        if (row.getBoolean(1)) {
                            found.add(table);
                        }
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> all(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(ALL);
                var rows = select.executeQuery()) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }
}
