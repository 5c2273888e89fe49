package dev.rapport.engagement.interaction;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes several statements one transaction, also where there is none under way. */
final class OwnTransaction {

    /** What is to be done as a whole. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    private OwnTransaction() {}

    /** Joins the transaction of the connection, or runs one of its own and commits it. */
    static <T> T within(Connection connection, Work<T> work) throws SQLException {
        if (!connection.getAutoCommit()) {
            return work.run();
        }
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            var result = work.run();
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
