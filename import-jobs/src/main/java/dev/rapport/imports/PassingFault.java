package dev.rapport.imports;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells faults of the database that pass from those that would come again with the same records. */
final class PassingFault {

    /** SQLSTATE classes: connection, rollback of the transaction, resources, object in use, operator, system. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    private PassingFault() {}

    /**
     * Whether trying again later can help. A fault of the pool, which has no SQLSTATE, passes; so does one of the commit: as
     * nobody knows whether it took effect, the import goes on from what the database says.
     */
    static boolean is(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (isOfCommit(cause)) {
                return true;
            }
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

    private static boolean isOfCommit(Throwable cause) {
        return cause instanceof RollbackException
                || cause instanceof HeuristicMixedException
                || cause instanceof HeuristicRollbackException
                || cause instanceof SystemException;
    }
}
