package dev.rapport.engagement.interaction;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The workspace's stored interactions. Those of a deleted contact are as absent as the contact. */
@ApplicationScoped
class Interactions {

    private static final String FIND = """
            select i.* from interaction i
            where i.workspace_id = :workspace and i.id = :id and (i.contact_id is null or exists (
                select from directory_contact d
                left join directory_contact s on s.workspace_id = :workspace and s.contact_id = d.survivor_id
                where d.workspace_id = :workspace and d.contact_id = i.contact_id
                  and coalesce(d.owner, s.owner) is not null))""";

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

    /**
     * The contact is given as a range of one, not as an equality: only so does a generic plan read the index in order
     * instead of sorting all that a busy contact has.
     */
    static final String NEWEST = """
            select i.* from interaction i
            where i.workspace_id = :workspace and i.contact_id >= :contact
              and (i.contact_id, i.occurred_at, i.id) < (:contact, :before::timestamptz, :beforeId)
              and i.contact_id is not null and i.retracted_at is null
            order by i.contact_id desc, i.occurred_at desc, i.id desc
            limit :rows""";

    /** Of several contacts that are one: a page of each, and of these the newest. */
    private static final String NEWEST_OF_ALL =
            "select i.* from unnest(:contacts) as g (contact_id) cross join lateral ("
                    + NEWEST.replace(":contact,", "g.contact_id,").replace(":contact\n", "g.contact_id\n")
                    + ") i order by i.occurred_at desc, i.id desc limit :rows";

    private static final UUID LAST_ID = new UUID(-1, -1);

    private final WorkspaceSql sql;

    @Inject
    Interactions(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** An interaction that may have been retracted; 404 when there is none. */
    Interaction requireEvenRetracted(UUID id) {
        return sql.first(FIND, Map.of("id", id), InteractionRow::read)
                .orElseThrow(() -> ApiException.notFound("interaction"));
    }

    /** An interaction; 404 when there is none or it was retracted. */
    Interaction require(UUID id) {
        var interaction = requireEvenRetracted(id);
        if (interaction.isRetracted()) {
            throw ApiException.notFound("interaction");
        }
        return interaction;
    }

    /** A contact's interactions, the newest first; with them those of all contacts that are one with it by merges. */
    Page<Interaction> newest(UUID contact, int limit, String cursor) {
        var list = "interactions:" + contact;
        var position = Cursor.read(
                        list,
                        cursor,
                        key -> new Position(Instant.parse(key.get(0)).toString(), UUID.fromString(key.get(1))))
                .orElse(new Position("infinity", LAST_ID));
        var contacts = sql.list(GROUP, Map.of("contact", contact), row -> InteractionRow.id(row, "contact_id"));
        if (contacts.isEmpty()) {
            return Page.of(List.of(), limit, last -> null);
        }
        var parameters = Map.of(
                "contact",
                contacts.get(0),
                "contacts",
                contacts,
                "before",
                position.before,
                "beforeId",
                position.id,
                "rows",
                limit + 1);
        var rows = sql.list(contacts.size() == 1 ? NEWEST : NEWEST_OF_ALL, parameters, InteractionRow::read);
        return Page.of(rows, limit, last -> Cursor.of(list, last.occurredAt(), last.id()));
    }

    private record Position(String before, UUID id) {}
}
