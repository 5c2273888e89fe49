package dev.rapport.messaging;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells faults that pass by themselves from those that would come again with the same input. */
final class TransientFault {

    /**
     * SQLSTATE classes of PostgreSQL (Appendix A): connection exception, transaction rollback (serialization, deadlock),
     * insufficient resources, object in use or lock not available, operator intervention (shutdown), system error.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    private TransientFault() {}

    /** Whether trying again later can help. A fault of the pool, which has no SQLSTATE, counts as passing. */
    static boolean is(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null
                        || CLASSES.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return false;
    }
}
