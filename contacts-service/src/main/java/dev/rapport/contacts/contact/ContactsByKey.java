package dev.rapport.contacts.contact;

import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * All present contacts of the caller's workspace that have a key, however many: they are met in the order of their ids, some
 * hundreds at a time, so that the memory needed stays bounded.
 */
@ApplicationScoped
public class ContactsByKey {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int CHUNK = 500;

    /** Each look-up meets the key's whole list in the index, so it takes many ids, which are small. */
    private static final int IDS = 40 * CHUNK;

    private static final String AFTER = """
            select c.id from contact c
            where c.workspace_id = :workspace and c.keys @> array[:key]::text[] and c.deleted_at is null
                and c.id > :after
            order by c.id
            limit :limit""";

    private final WorkspaceSql sql;
    private final Contacts contacts;
    private final WriteContacts write;

    @Inject
    ContactsByKey(WorkspaceSql sql, Contacts contacts, WriteContacts write) {
        this.sql = sql;
        this.contacts = contacts;
        this.write = write;
    }

    /** Hands on the ids, up to 500 at a time. */
    public void each(String key, Consumer<List<UUID>> chunks) {
        for (var ids = after(key, FIRST); !ids.isEmpty(); ids = after(key, ids.get(ids.size() - 1))) {
            for (int from = 0; from < ids.size(); from += CHUNK) {
                chunks.accept(ids.subList(from, Math.min(from + CHUNK, ids.size())));
            }
        }
    }

    /**
     * Changes the contacts in the transaction under way, which has asked {@link References#change} before.
     *
     * @param change returns the contact at its next version, or the very same when there is nothing to change any more
     * @return how many were changed
     */
    public int change(String key, Origin origin, UnaryOperator<Contact> change) {
        var changed = new int[1];
        each(key, ids -> {
            var writes = new ArrayList<ContactWrite>();
            contacts.lock(ids).values().stream().filter(Contact::isPresent).forEach(contact -> {
                var after = change.apply(contact);
                if (after != contact) {
                    writes.add(ContactWrite.changed(contact, after));
                }
            });
            write.write(writes, origin);
            changed[0] += writes.size();
        });
        return changed[0];
    }

    private List<UUID> after(String key, UUID id) {
        return sql.list(AFTER, Map.of("key", key, "after", id, "limit", IDS), row -> row.getObject(1, UUID.class));
    }
}
