package dev.rapport.contacts.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Everything that the service has stored, whatever the table. */
@ApplicationScoped
class StoredRows {

    private static final String TABLES = """
            select quote_ident(table_name) from information_schema.tables
            where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1""";

    private static final String OF_WORKSPACES = """
            select quote_ident(t.table_name) from information_schema.tables t
            join information_schema.columns c using (table_schema, table_name)
            where t.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name = 'workspace_id'
            order by 1""";

    @Inject
    DataSource database;

    /** The tables in which some column of some row, of whatever type, has this text in it. */
    TreeSet<String> having(String marker) throws SQLException {
        // A row as text has its bytes in hexadecimal.
        var bytes = HexFormat.of().formatHex(marker.getBytes(StandardCharsets.UTF_8));
        var found = new TreeSet<String>();
        for (var table : list(TABLES)) {
            var rows = list("select 1 from " + table + " t where t::text ilike '%" + marker + "%' or t::text like '%"
                    + bytes + "%' limit 1");
            if (!rows.isEmpty()) {
                found.add(table);
            }
        }
        return found;
    }

    /** The tables that have rows of a workspace. */
    List<String> of(String workspace) throws SQLException {
        var found = new ArrayList<String>();
        for (var table : list(OF_WORKSPACES)) {
            if (!list("select 1 from " + table + " where workspace_id = '" + workspace + "' limit 1")
                    .isEmpty()) {
                found.add(table);
            }
        }
        return found;
    }

    List<String> list(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
