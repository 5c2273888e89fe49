package dev.rapport.contacts.contact;

import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * What contacts refer to: their circles, their custom fields. Who changes these changes many contacts with them, and would
 * wait in a circle with others who change many contacts: so both ask here first, and only then lock anything.
 */
@ApplicationScoped
public class References {

    private static final String KEEP =
            "select pg_advisory_xact_lock_shared(hashtextextended('references ' || :workspace, 0))";
    private static final String CHANGE =
            "select pg_advisory_xact_lock(hashtextextended('references ' || :workspace, 0))";

    private final WorkspaceSql sql;

    @Inject
    References(WorkspaceSql sql) {
        this.sql = sql;
    }

    /**
     * Lets the transaction under way lock contacts. Until it ends, nothing changes that contacts of the workspace refer to.
     */
    void keep() {
        sql.list(KEEP, Map.of(), row -> Boolean.TRUE);
    }

    /**
     * Lets the transaction under way change circles or custom fields, and then the contacts that refer to them. Until it
     * ends, nobody else does, and nobody locks contacts of the workspace; writers of one contact go on.
     */
    public void change() {
        sql.list(CHANGE, Map.of(), row -> Boolean.TRUE);
    }
}
