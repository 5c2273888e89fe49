package dev.rapport.contacts.importing;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.DetailsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Those who were introduced by somebody who comes later in the file. */
@ApplicationScoped
class ImportLinks {

    private static final String ADD = """
            insert into contact_import_link (workspace_id, import_id, line, contact_id, introducer)
            select :workspace, :import, line, "contactId", introducer
            from jsonb_to_recordset(:links::jsonb) as l (line bigint, "contactId" uuid, introducer text)
            on conflict do nothing""";

    private static final String NEXT = """
            select line, contact_id, introducer from contact_import_link
            where workspace_id = :workspace and import_id = :import
            order by line, contact_id
            limit :limit""";

    private static final String REMOVE = """
            delete from contact_import_link
            where workspace_id = :workspace and import_id = :import
                and (line, contact_id) <= (:line, :contact::uuid)""";

    private final WorkspaceSql sql;

    @Inject
    ImportLinks(WorkspaceSql sql) {
        this.sql = sql;
    }

    void add(ContactImport job, List<PlaceRecords.Link> links) {
        if (!links.isEmpty()) {
            sql.update(ADD, Map.of("import", job.id(), "links", DetailsJson.write(links)));
        }
    }

    /** The first of those that are left, in the order of the file. */
    List<PlaceRecords.Link> next(ContactImport job, int limit) {
        return sql.list(
                NEXT,
                Map.of("import", job.id(), "limit", limit),
                row -> new PlaceRecords.Link(
                        row.getLong("line"), row.getObject("contact_id", UUID.class), row.getString("introducer")));
    }

    /** Removes all up to this one. */
    void removeUpTo(ContactImport job, PlaceRecords.Link last) {
        var parameters = new HashMap<String, Object>();
        parameters.put("import", job.id());
        parameters.put("line", last.line());
        parameters.put("contact", last.contactId());
        sql.update(REMOVE, parameters);
    }
}
