package dev.rapport.engagement.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A prepared statement whose parameters are columns: each {@code ?} takes the array of one column of the rows. */
public final class BulkStatement implements AutoCloseable {

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final PreparedStatement statement;
    private int bound;

    private BulkStatement(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    public static BulkStatement prepare(Connection connection, String sql) throws SQLException {
        return new BulkStatement(connection, connection.prepareStatement(sql));
    }

    /** Binds the next parameter to one column of the rows; instants and ids go as text, which loses nothing. */
    public <R> BulkStatement column(String type, Collection<R> rows, Function<R, ?> value) throws SQLException {
        var values = rows.stream().map(value).map(BulkStatement::element).toArray();
        statement.setArray(++bound, connection.createArrayOf(type, values));
        return this;
    }

    /** Binds the next parameter to a single value. */
    public BulkStatement value(Object value) throws SQLException {
        statement.setObject(++bound, value);
        return this;
    }

    public <T> List<T> query(RowReader<T> reader) throws SQLException {
        try (var found = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (found.next()) {
                rows.add(reader.read(found));
            }
            return rows;
        }
    }

    public void execute() throws SQLException {
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private static Object element(Object value) {
        return value == null ? null : value.toString();
    }
}
