package dev.rapport.contacts.importing;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactWrite;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.Origin;
import dev.rapport.contacts.contact.WriteContacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The workspace's own contacts. */
final class ContactLanding implements Landing {

    static final int MOST_ALIKE = 5_000;

    private static final String SOURCES = """
            select ref, contact_id, import_id, hashes from contact_source
            where workspace_id = :workspace and ref = any(:refs::text[])""";

    /**
     * One look into the index of keys for each address, of which few have the same; written so that the planner has no other
     * way, whatever its statistics: the workspace in a form that no index serves, the CTE to hide that it may stop early.
     */
    private static final String ALIKE = """
            select distinct c.id from unnest(:addresses::text[]) as asked (address)
            cross join lateral (
                with found as materialized (
                    select c.id, c.keys from contact c
                    where c.workspace_id || '' = :workspace and c.keys @> array[asked.address] and c.deleted_at is null
                )
                select id from found where keys && :names::text[]
            ) c
            order by c.id
            limit :limit""";

    private static final String HAD = """
            select distinct contact_id from contact_source
            where workspace_id = :workspace and contact_id = any(:ids::uuid[]) and import_id = :import""";

    private static final String WRITE_SOURCES = """
            insert into contact_source (workspace_id, ref, contact_id, import_id, hashes)
            select :workspace, ref, "contactId", "importId", hashes
            from jsonb_to_recordset(:sources::jsonb) as s (ref text, "contactId" uuid, "importId" uuid, hashes text[])
            order by ref
            on conflict (workspace_id, ref) do update
            set contact_id = excluded.contact_id, import_id = excluded.import_id, hashes = excluded.hashes""";

    private final WorkspaceSql sql;
    private final Contacts contacts;
    private final WriteContacts write;
    private final Origin origin;

    ContactLanding(WorkspaceSql sql, Contacts contacts, WriteContacts write, ContactImport job) {
        this.sql = sql;
        this.contacts = contacts;
        this.write = write;
        this.origin = new Origin(job.member().id(), Origin.Cause.IMPORT, job.id());
    }

    @Override
    public Map<String, Source> sources(Collection<String> refs) {
        var found = new HashMap<String, Source>();
        if (!refs.isEmpty()) {
            sql.list(SOURCES, Map.of("refs", refs), Source::read).forEach(it -> found.put(it.ref(), it));
        }
        return found;
    }

    @Override
    public List<UUID> alike(Collection<String> addresses, Collection<String> names) {
        return addresses.isEmpty()
                ? List.of()
                : sql.list(
                        ALIKE,
                        Map.of("addresses", addresses, "names", names, "limit", MOST_ALIKE),
                        row -> row.getObject(1, UUID.class));
    }

    @Override
    public Map<UUID, Contact> lock(Collection<UUID> ids) {
        return ids.isEmpty() ? new HashMap<>() : contacts.lock(ids);
    }

    @Override
    public Optional<UUID> survivorOf(UUID id) {
        return contacts.survivorOf(id);
    }

    @Override
    public Set<UUID> had(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.list(
                        HAD, Map.of("ids", ids, "import", origin.causeId()), row -> row.getObject(1, UUID.class)));
    }

    @Override
    public void write(List<ContactWrite> writes, Collection<Source> sources) {
        write.write(writes, origin);
        if (!sources.isEmpty()) {
            sql.update(WRITE_SOURCES, Map.of("sources", DetailsJson.write(sources)));
        }
    }
}
