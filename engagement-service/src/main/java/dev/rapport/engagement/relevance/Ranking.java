package dev.rapport.engagement.relevance;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The workspace's contacts by their ties. The order by key is the order by score, at whatever instant. */
@ApplicationScoped
class Ranking {

    private static final String COLUMNS = """
            select d.workspace_id, d.contact_id, d.display_name, d.owner, coalesce(t.version, 0) as version,
                t.rank_key, t.last_at, t.last_id, coalesce(t.outbound, '-infinity') as outbound,
                coalesce(t.inbound, '-infinity') as inbound, coalesce(t.interactions, 0) as interactions,
                t.last_outbound_at, t.last_inbound_at, coalesce(t.peak_strength, 0) as peak_strength
            """;

    private static final String RANKED = COLUMNS + """
            from tie t
            join directory_contact d on d.workspace_id = t.workspace_id and d.contact_id = t.contact_id
            where t.workspace_id = :workspace and d.workspace_id = :workspace and d.deleted_at is null
              and t.rank_key is not null and (t.rank_key, t.contact_id) < (:key, :contact)
            """;

    private static final String STRONGEST_FIRST = "order by t.rank_key desc, t.contact_id desc limit :rows";

    static final String STRONGEST = RANKED + STRONGEST_FIRST;

    static final String STRONGEST_OF_OWNER = RANKED + "  and t.owner = :owner\n" + STRONGEST_FIRST;

    private static final String ONE = COLUMNS + """
            from directory_contact d
            left join tie t on t.workspace_id = d.workspace_id and t.contact_id = d.contact_id
            where d.workspace_id = :workspace and d.contact_id = :contact and d.deleted_at is null""";

    private static final String SURVIVOR = """
            select s.contact_id
            from directory_contact d
            join directory_contact s
                on s.workspace_id = :workspace and s.contact_id = d.survivor_id and s.deleted_at is null
            where d.workspace_id = :workspace and d.contact_id = :contact""";

    private static final Position BEFORE_ALL = new Position(Double.POSITIVE_INFINITY, new UUID(-1, -1));

    private final WorkspaceSql sql;

    @Inject
    Ranking(WorkspaceSql sql) {
        this.sql = sql;
    }

    /**
     * The contacts with whom something happened, the strongest tie first.
     *
     * @param owner only this member's contacts; null for all
     */
    Page<KnownContact> strongest(String owner, int limit, String cursor) {
        var list = "relevance:strongest:" + (owner == null ? "" : owner);
        var position = Cursor.read(list, cursor, Position::of).orElse(BEFORE_ALL);
        var parameters = new HashMap<String, Object>(
                Map.of("key", position.key, "contact", position.contact, "rows", limit + 1));
        if (owner != null) {
            parameters.put("owner", owner);
        }
        var rows = sql.list(owner == null ? STRONGEST : STRONGEST_OF_OWNER, parameters, KnownContact::read);
        return Page.of(
                rows,
                limit,
                last -> Cursor.of(
                        list, last.relevance().rankKey(), last.stored().key().contactId()));
    }

    /** One contact, whether or not anything has happened yet; empty when it is unknown or gone. */
    Optional<KnownContact> find(UUID contact) {
        return sql.first(ONE, Map.of("contact", contact), KnownContact::read);
    }

    /** The contact that stands for one that was merged; empty for any other. */
    Optional<UUID> survivor(UUID contact) {
        return sql.first(SURVIVOR, Map.of("contact", contact), row -> row.getObject("contact_id", UUID.class));
    }

    private record Position(double key, UUID contact) {
        static Position of(List<String> key) {
            return new Position(Double.parseDouble(key.get(0)), UUID.fromString(key.get(1)));
        }
    }
}
