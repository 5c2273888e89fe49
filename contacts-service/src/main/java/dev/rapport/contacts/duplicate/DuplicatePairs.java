package dev.rapport.contacts.duplicate;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.UUID;

/** The pairs of the caller's workspace. */
@ApplicationScoped
class DuplicatePairs {

    private static final String CURSOR = "duplicates";

    private final WorkspaceSql sql;
    private final Contacts contacts;

    @Inject
    DuplicatePairs(WorkspaceSql sql, Contacts contacts) {
        this.sql = sql;
        this.contacts = contacts;
    }

    /** The pairs that pass the filter, the most confident first. */
    Page<DuplicateView> list(DuplicateFilter filter) {
        var query = new StringBuilder(DuplicateSql.LIST);
        var parameters = new HashMap<String, Object>();
        parameters.put("dismissed", filter.dismissed());
        parameters.put("least", filter.least());
        parameters.put("limit", filter.limit() + 1);
        if (filter.contact() != null) {
            query.append(DuplicateSql.OF_CONTACT);
            parameters.put("contact", filter.contact());
        }
        Cursor.read(CURSOR, filter.cursor(), key -> {
                    parameters.put("confidence", Integer.valueOf(key.get(0)));
                    parameters.put("lo", UUID.fromString(key.get(1)));
                    parameters.put("hi", UUID.fromString(key.get(2)));
                    return key;
                })
                .ifPresent(key -> query.append(DuplicateSql.AFTER));
        var rows = sql.list(query.append(DuplicateSql.ORDER).toString(), parameters, Candidate::read);
        var page = Page.of(
                rows,
                filter.limit(),
                row -> Cursor.of(
                        CURSOR, row.confidence(), row.pair().lo(), row.pair().hi()));
        return named(page);
    }

    private Page<DuplicateView> named(Page<Candidate> page) {
        var ids = new HashSet<UUID>();
        page.items().forEach(row -> {
            ids.add(row.pair().lo());
            ids.add(row.pair().hi());
        });
        var known = contacts.present(ids);
        return page.map(row -> DuplicateView.of(row, known));
    }
}
