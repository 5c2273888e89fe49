package dev.rapport.contacts.importing;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.ContactKeys;
import dev.rapport.contacts.contact.ContactWrite;
import dev.rapport.contacts.contact.DetailsJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a dry run would have written, over the workspace's own contacts: so that it counts what the import itself would count,
 * also where one record of the file meets another.
 */
final class DraftLanding implements Landing {

    private static final String SOURCES = """
            select ref, contact_id, import_id, hashes from contact_import_draft_source
            where workspace_id = :workspace and import_id = :import and ref = any(:refs::text[])""";

    private static final String ALIKE = """
            select contact_id from contact_import_draft
            where workspace_id = :workspace and import_id = :import and keys && :addresses::text[] and keys && :names::text[]
            order by contact_id
            limit :limit""";

    private static final String DRAFTS = """
            select contact_id, details, version from contact_import_draft
            where workspace_id = :workspace and import_id = :import and contact_id = any(:ids::uuid[])""";

    private static final String HAD = """
            select distinct contact_id from contact_import_draft_source
            where workspace_id = :workspace and import_id = :import and contact_id = any(:ids::uuid[])""";

    private static final String WRITE = """
            insert into contact_import_draft (workspace_id, import_id, contact_id, details, version, keys)
            select :workspace, :import, id, details, version, keys
            from jsonb_to_recordset(:drafts::jsonb) as d (id uuid, details jsonb, version bigint, keys text[])
            on conflict (workspace_id, import_id, contact_id) do update
            set details = excluded.details, version = excluded.version, keys = excluded.keys""";

    private static final String WRITE_SOURCES = """
            insert into contact_import_draft_source (workspace_id, import_id, ref, contact_id, hashes)
            select :workspace, :import, ref, "contactId", hashes
            from jsonb_to_recordset(:sources::jsonb) as s (ref text, "contactId" uuid, hashes text[])
            on conflict (workspace_id, import_id, ref) do update
            set contact_id = excluded.contact_id, hashes = excluded.hashes""";

    private final WorkspaceSql sql;
    private final ContactLanding own;
    private final ContactImport job;

    DraftLanding(WorkspaceSql sql, ContactLanding own, ContactImport job) {
        this.sql = sql;
        this.own = own;
        this.job = job;
    }

    @Override
    public Map<String, Source> sources(Collection<String> refs) {
        var found = own.sources(refs);
        sql.list(SOURCES, with("refs", refs), Source::read).forEach(it -> found.put(it.ref(), it));
        return found;
    }

    @Override
    public List<UUID> alike(Collection<String> addresses, Collection<String> names) {
        var found = new ArrayList<>(own.alike(addresses, names));
        var parameters = with("addresses", addresses);
        parameters.put("names", names);
        parameters.put("limit", ContactLanding.MOST_ALIKE);
        found.addAll(sql.list(ALIKE, parameters, row -> row.getObject(1, UUID.class)));
        return found;
    }

    @Override
    public Map<UUID, Contact> lock(Collection<UUID> ids) {
        var found = own.lock(ids);
        sql.list(DRAFTS, with("ids", ids), DraftLanding::draft).forEach(it -> found.put(it.id(), it));
        return found;
    }

    @Override
    public Optional<UUID> survivorOf(UUID id) {
        return own.survivorOf(id);
    }

    @Override
    public Set<UUID> had(Collection<UUID> ids) {
        return Set.copyOf(sql.list(HAD, with("ids", ids), row -> row.getObject(1, UUID.class)));
    }

    @Override
    public void write(List<ContactWrite> writes, Collection<Source> sources) {
        var keys = ContactKeys.in(job.member().workspace());
        var drafts = writes.stream()
                .map(it -> new Draft(
                        it.after().id(),
                        it.after().details(),
                        it.after().version(),
                        Pairs.keys(keys, it.after().details())))
                .toList();
        sql.update(WRITE, with("drafts", DetailsJson.write(drafts)));
        sql.update(WRITE_SOURCES, with("sources", DetailsJson.write(sources)));
    }

    private Map<String, Object> with(String name, Object value) {
        var parameters = new HashMap<String, Object>();
        parameters.put("import", job.id());
        parameters.put(name, value);
        return parameters;
    }

    private static Contact draft(ResultSet row) throws SQLException {
        var details = DetailsJson.read(row.getString("details"), ContactDetails.class);
        return new Contact(
                row.getObject("contact_id", UUID.class), details, null, row.getLong("version"), null, null, null, null);
    }

    private record Draft(UUID id, ContactDetails details, long version, List<String> keys) {}
}
