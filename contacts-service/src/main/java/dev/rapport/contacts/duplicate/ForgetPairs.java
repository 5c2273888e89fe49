package dev.rapport.contacts.duplicate;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.erasure.Forgets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;

/** Removes the pairs of erased contacts, and what was decided of them. */
@ApplicationScoped
class ForgetPairs implements Forgets {

    private static final String PAIRS = """
            delete from duplicate_pair
            where workspace_id = :workspace and (lo = any(:contacts::uuid[]) or hi = any(:contacts::uuid[]))""";

    private static final String DISMISSALS = """
            delete from duplicate_dismissal
            where workspace_id = :workspace and (lo = any(:contacts::uuid[]) or hi = any(:contacts::uuid[]))""";

    private final WorkspaceSql sql;

    @Inject
    ForgetPairs(WorkspaceSql sql) {
        this.sql = sql;
    }

    @Override
    public void forget(Collection<Contact> erased) {
        var contacts = Map.of("contacts", erased.stream().map(Contact::id).toList());
        sql.update(PAIRS, contacts);
        sql.update(DISMISSALS, contacts);
    }
}
