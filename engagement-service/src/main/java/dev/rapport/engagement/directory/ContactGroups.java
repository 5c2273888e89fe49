package dev.rapport.engagement.directory;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The contacts of the workspace that are one by merges, as requests ask for them. */
@ApplicationScoped
public class ContactGroups {

    /** The living contact that stands for the one asked for, and all that are merged into it. */
    private static final String GROUP = """
            with survivor as (
                select s.contact_id from directory_contact d
                join directory_contact s on s.workspace_id = :workspace
                    and s.contact_id = coalesce(d.survivor_id, d.contact_id) and s.deleted_at is null
                where d.workspace_id = :workspace and d.contact_id = :contact
            )
            select contact_id from survivor
            union all
            select m.contact_id from survivor s
            join directory_contact m on m.workspace_id = :workspace and m.survivor_id = s.contact_id""";

    /** RFC 9110, section 15.4.9. */
    private static final int PERMANENT_REDIRECT = 308;

    private final WorkspaceSql sql;

    @Inject
    ContactGroups(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** All contacts that are one with this one, the living first; none when it is unknown or gone. */
    public List<UUID> oneWith(UUID contact) {
        return sql.list(GROUP, Map.of("contact", contact), row -> row.getObject("contact_id", UUID.class));
    }

    /**
     * The same for a contact that exists itself: 308 to the one that stands for it when it was merged, 404 when there is none.
     *
     * @param path of the resource, before the contact's id
     */
    public List<UUID> require(UUID contact, String path) {
        var contacts = oneWith(contact);
        if (contacts.isEmpty()) {
            throw ApiException.notFound("contact");
        }
        if (!contacts.get(0).equals(contact)) {
            throw new RedirectionException(Response.status(PERMANENT_REDIRECT)
                    .header(HttpHeaders.LOCATION, path + contacts.get(0))
                    .build());
        }
        return contacts;
    }
}
