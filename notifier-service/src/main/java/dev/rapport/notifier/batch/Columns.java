package dev.rapport.notifier.batch;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Binds a list of rows to a statement, column by column, as the arrays of one {@code unnest}. Columns are bound from left to
 * right, starting with the first parameter.
 */
public final class Columns<R> {

    private final PreparedStatement statement;
    private final List<R> rows;
    private int bound;

    private Columns(PreparedStatement statement, List<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    public static <R> Columns<R> of(PreparedStatement statement, List<R> rows) {
        return new Columns<>(statement, rows);
    }

    public Columns<R> text(Function<R, String> column) throws SQLException {
        return bind("text", column);
    }

    public Columns<R> uuid(Function<R, UUID> column) throws SQLException {
        return bind("uuid", column);
    }

    public Columns<R> number(Function<R, Long> column) throws SQLException {
        return bind("int8", column);
    }

    public Columns<R> real(Function<R, Double> column) throws SQLException {
        return bind("float8", column);
    }

    public Columns<R> flag(Function<R, Boolean> column) throws SQLException {
        return bind("bool", column);
    }

    /** A column of instants; the driver knows no array of them, so they travel as text. */
    public Columns<R> instant(Function<R, Instant> column) throws SQLException {
        return bind("timestamptz", row -> {
            var at = column.apply(row);
            return at == null ? null : at.toString();
        });
    }

    /** Binds the parameters that follow the columns, as one value each, and runs the statement. */
    public int update(Object... scalars) throws SQLException {
        for (var scalar : scalars) {
            statement.setObject(
                    ++bound, scalar instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : scalar);
        }
        return statement.executeUpdate();
    }

    private Columns<R> bind(String type, Function<R, ?> column) throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        statement.setArray(++bound, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
