package dev.rapport.api.sql;

import dev.rapport.api.security.CurrentMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Runs the SQL of a request. Every statement must name {@code :workspace}, which is always the token's: a query that forgets
 * it fails at once, whatever it would have returned. Joins the JTA transaction under way, if there is one.
 */
@ApplicationScoped
public class WorkspaceSql {

    private final DataSource database;
    private final CurrentMember member;

    @Inject
    WorkspaceSql(DataSource database, CurrentMember member) {
        this.database = database;
        this.member = member;
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Rows of a query, in its order.
     *
     * @param parameters values of the named parameters other than {@code workspace}; a collection becomes an array of text,
     *     uuid or bigint; a null needs its type said in the SQL, as in {@code :until::timestamptz}
     */
    public <T> List<T> list(String sql, Map<String, ?> parameters, RowReader<T> reader) {
        return run(sql, parameters, statement -> {
            try (var rows = statement.executeQuery()) {
                var read = new ArrayList<T>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        });
    }

    /** The first row of a query. */
    public <T> Optional<T> first(String sql, Map<String, ?> parameters, RowReader<T> reader) {
        return list(sql, parameters, reader).stream().findFirst();
    }

    /** Changes rows; returns how many. */
    public int update(String sql, Map<String, ?> parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    private <T> T run(String sql, Map<String, ?> parameters, Work<T> work) {
        var query = NamedParameters.parse(sql);
        if (!query.names().contains("workspace")) {
            throw new IllegalArgumentException("this statement does not name :workspace: " + sql);
        }
        var values = new HashMap<String, Object>(parameters);
        values.put("workspace", member.workspace());
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query.sql())) {
            query.bind(statement, values);
            return work.on(statement);
        } catch (SQLException e) {
            throw new FailedSql(e);
        }
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
