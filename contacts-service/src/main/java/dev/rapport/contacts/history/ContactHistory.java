package dev.rapport.contacts.history;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** The histories of the caller's contacts. */
@ApplicationScoped
class ContactHistory {

    private static final String NEWEST = "select " + HistoryEntry.COLUMNS + """
             from contact_change
            where workspace_id = :workspace and contact_id = :id and version < :before
            order by version desc
            limit :limit""";

    private final WorkspaceSql sql;
    private final Contacts contacts;

    @Inject
    ContactHistory(WorkspaceSql sql, Contacts contacts) {
        this.sql = sql;
        this.contacts = contacts;
    }

    /**
     * The changes of a contact, newest first, also of one in the bin. 404 when there is none with this id; one that was merged
     * leads to its survivor.
     */
    Page<HistoryEntry> of(UUID id, int limit, String cursor) {
        var contact = contacts.find(id).orElseThrow(() -> ApiException.notFound("contact"));
        if (contact.mergedInto() != null) {
            contacts.require(id);
        }
        var list = "contact-history:" + id;
        long before =
                Cursor.read(list, cursor, key -> Long.parseLong(key.get(0))).orElse(Long.MAX_VALUE);
        var entries = sql.list(NEWEST, Map.of("id", id, "before", before, "limit", limit + 1), HistoryEntry::read);
        return Page.of(entries, limit, entry -> Cursor.of(list, entry.version()));
    }
}
