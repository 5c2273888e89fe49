package dev.rapport.api.sql;

import java.sql.SQLException;

/** A statement that PostgreSQL refused or did not answer. */
public final class FailedSql extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedSql(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** PostgreSQL's SQLSTATE, for example {@code 23505} for a violated unique constraint; null when it did not answer. */
    public String sqlState() {
        return ((SQLException) getCause()).getSQLState();
    }
}
