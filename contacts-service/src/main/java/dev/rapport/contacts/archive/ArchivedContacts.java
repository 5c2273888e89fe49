package dev.rapport.contacts.archive;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactView;
import dev.rapport.contacts.contact.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All contacts, oldest first, also those in the bin and those that were merged: as the API shows them. */
@ApplicationScoped
class ArchivedContacts implements ArchivePart {

    private static final int PAGE = 200;

    private static final String IDS = """
            select id from contact where workspace_id = :workspace and id > :after order by id limit :limit""";

    private final WorkspaceSql sql;
    private final Contacts contacts;
    private final ContactView view;

    @Inject
    ArchivedContacts(WorkspaceSql sql, Contacts contacts, ContactView view) {
        this.sql = sql;
        this.contacts = contacts;
        this.view = view;
    }

    @Override
    public void write(Archive archive) throws IOException {
        archive.ndjson("contacts.ndjson", this::lines);
    }

    private void lines(Archive.Line line) throws IOException {
        for (var ids = after(new UUID(0, 0)); !ids.isEmpty(); ids = after(ids.get(ids.size() - 1))) {
            var found = contacts.find(ids);
            for (var id : ids) {
                var contact = found.get(id);
                if (contact != null) {
                    line.write(shown(contact));
                }
            }
        }
    }

    private Object shown(Contact contact) {
        var shown = view.of(contact);
        return contact.mergedInto() == null
                ? shown
                : shown.put("mergedInto", contact.mergedInto().toString());
    }

    private List<UUID> after(UUID id) {
        return sql.list(IDS, Map.of("after", id, "limit", PAGE), row -> row.getObject(1, UUID.class));
    }
}
