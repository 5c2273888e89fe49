package dev.rapport.engagement.interaction;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lists of interactions, the newest first: each reads one index in order, whatever else is asked for. */
@ApplicationScoped
public class InteractionList {

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
     * The contact and the owner are given as a range of one, not as an equality: only so does a generic plan read the index
     * in order instead of sorting all that a busy one has.
     */
    private static final String OF_ONE = """
            select i.* from interaction i
            where i.workspace_id = :workspace and (i.%1$s, i.occurred_at) >= (%2$s, :since::timestamptz)
              and (i.%1$s, i.occurred_at, i.id) < (%2$s, :before::timestamptz, :beforeId)
              and i.%1$s is not null and i.retracted_at is null%3$s
            order by i.%1$s desc, i.occurred_at desc, i.id desc
            limit :rows""";

    private static final String OF_ALL = """
            select i.* from interaction i
            where i.workspace_id = :workspace and i.occurred_at >= :since::timestamptz
              and (i.occurred_at, i.id) < (:before::timestamptz, :beforeId) and i.retracted_at is %s%s
            order by i.occurred_at desc, i.id desc
            limit :rows""";

    private static final String WAITING = """
            select i.* from interaction i
            where i.workspace_id = :workspace and i.%1$s >= %2$s
              and (i.%1$s, i.occurred_at, i.id) < (%2$s, :before::timestamptz, :beforeId)
              and i.contact_id is null and i.retracted_at is null and i.%1$s is not null
            order by i.%1$s desc, i.occurred_at desc, i.id desc
            limit :rows""";

    static final String WAITING_FOR_ADDRESS = WAITING.formatted("address", ":address");
    static final String WAITING_FOR_CONTACT = WAITING.formatted("wanted_contact_id", ":contact");

    /** Those of a deleted contact are as absent as the contact. */
    private static final String VISIBLE = """

            and (i.contact_id is null or exists (
              select from directory_contact d
              left join directory_contact s on s.workspace_id = :workspace and s.contact_id = d.survivor_id
              where d.workspace_id = :workspace and d.contact_id = i.contact_id
                and coalesce(d.owner, s.owner) is not null))""";

    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final Position END = new Position("infinity", new UUID(-1, -1));

    private final WorkspaceSql sql;

    @Inject
    InteractionList(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** A page of interactions; of a contact with those of all contacts that are one with it by merges. */
    Page<Interaction> newest(InteractionFilter filter, int limit, String cursor) {
        var start = filter.until() == null ? END : new Position(filter.until().toString(), FIRST_ID);
        var contacts = filter.contact() == null
                ? List.<UUID>of()
                : sql.list(GROUP, Map.of("contact", filter.contact()), row -> InteractionRow.id(row, "contact_id"));
        if (filter.contact() != null && contacts.isEmpty()) {
            return Page.of(List.of(), limit, last -> null);
        }
        var parameters = filter.parameters();
        parameters.put("contacts", contacts);
        parameters.put("contact", contacts.isEmpty() ? null : contacts.get(0));
        return page(filter.name(), statement(filter, contacts.size()), parameters, start, limit, cursor);
    }

    /** A page of what waits for a contact that is named so. */
    public Page<InteractionView> waiting(Named name, int limit, String cursor) {
        var statement = name.address() == null ? WAITING_FOR_CONTACT : WAITING_FOR_ADDRESS;
        var parameters = new HashMap<String, Object>();
        parameters.put("address", name.address());
        parameters.put("contact", name.contactId());
        return page("waiting:" + name.text(), statement, parameters, END, limit, cursor)
                .map(InteractionView::of);
    }

    private Page<Interaction> page(
            String list, String statement, Map<String, Object> parameters, Position start, int limit, String cursor) {
        var position = Cursor.read(
                        list,
                        cursor,
                        key -> new Position(Instant.parse(key.get(0)).toString(), UUID.fromString(key.get(1))))
                .orElse(start);
        parameters.put("before", position.before);
        parameters.put("beforeId", position.id);
        parameters.put("rows", limit + 1);
        var rows = sql.list(statement, parameters, InteractionRow::read);
        return Page.of(rows, limit, last -> Cursor.of(list, last.content().occurredAt(), last.id()));
    }

    /** The statement for a list of so many contacts that are one; 0 for any contact. */
    static String statement(InteractionFilter filter, int contacts) {
        if (filter.retracted()) {
            var theirs = contacts == 0 ? "" : " and i.contact_id = any (:contacts)";
            return OF_ALL.formatted("not null", filter.conditions() + theirs + VISIBLE);
        }
        if (contacts == 1) {
            return OF_ONE.formatted("contact_id", ":contact", filter.conditions());
        }
        if (contacts > 1) {
            // A page of each, and of these the newest.
            return "select i.* from unnest(:contacts) as g (contact_id) cross join lateral ("
                    + OF_ONE.formatted("contact_id", "g.contact_id", filter.conditions())
                    + ") i order by i.occurred_at desc, i.id desc limit :rows";
        }
        return filter.owner() != null
                ? OF_ONE.formatted("owner", ":owner", filter.conditions() + VISIBLE)
                : OF_ALL.formatted("null", filter.conditions() + VISIBLE);
    }

    private record Position(String before, UUID id) {}
}
