package dev.rapport.engagement.referral;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.engagement.relevance.Scale;
import dev.rapport.events.Band;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everybody who introduced somebody. What a merged contact did, its survivor did. */
@ApplicationScoped
class Introducers {

    /** Counts are read from two indexes that hold introductions alone, however many contacts and interactions there are. */
    private static final String MOST_FIRST = """
        with introduced as (
            select coalesce(p.survivor_id, p.contact_id) as contact_id, count(*) as introduced
            from directory_contact d
            join directory_contact p on p.workspace_id = :workspace and p.contact_id = d.introduced_by
            where d.workspace_id = :workspace and d.deleted_at is null and d.introduced_by is not null
              and d.contact_id <> coalesce(p.survivor_id, p.contact_id)
            group by 1
        ), told as (
            select coalesce(p.survivor_id, p.contact_id) as contact_id,
                count(*) filter (where i.direction <> 'OUTBOUND') as received,
                count(*) filter (where i.direction = 'OUTBOUND') as given
            from interaction i
            join directory_contact p on p.workspace_id = :workspace and p.contact_id = i.contact_id
            where i.workspace_id = :workspace and i.kind in ('introduction', 'referral')
              and i.contact_id is not null and i.retracted_at is null
            group by 1
        ), totals as (
            select contact_id, coalesce(introduced, 0) as introduced, coalesce(received, 0) as received,
                coalesce(given, 0) as given
            from introduced full join told using (contact_id)
        )
        select t.*, p.display_name, p.owner
        from totals t
        join directory_contact p on p.workspace_id = :workspace and p.contact_id = t.contact_id
            and p.deleted_at is null
        where (:owner::text is null or p.owner = :owner::text)
          and (t.introduced, t.received, t.contact_id) < (:introduced, :received, :contact)
        order by t.introduced desc, t.received desc, t.contact_id desc
        limit :rows\
        """;

    /** Those that some contacts introduced, themselves or as contacts that were merged into them. */
    static final String INTRODUCED = """
        select k.contact_id as introducer, d.contact_id, d.display_name, d.owner, t.rank_key
        from unnest(:contacts::uuid[]) as k (contact_id)
        cross join lateral (
            select k.contact_id as member
            union
            select m.contact_id from directory_contact m
            where m.workspace_id = :workspace and m.survivor_id = k.contact_id) g
        cross join lateral (
            select * from directory_contact d
            where d.workspace_id = :workspace and d.introduced_by = g.member and d.deleted_at is null
              and d.introduced_by is not null and d.contact_id <> k.contact_id
            offset 0) d
        left join tie t on t.workspace_id = :workspace and t.contact_id = d.contact_id
            and t.generation = :generation
        order by t.rank_key desc nulls last, d.contact_id
        limit :rows\
        """;

    private static final Row BEFORE_ALL = new Row(new UUID(-1, -1), null, null, Long.MAX_VALUE, Long.MAX_VALUE, 0);

    private final WorkspaceSql sql;

    @Inject
    Introducers(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** The page of those who introduced most first, with what became of whom they introduced. */
    Page<IntroducerView> list(Scale scale, String owner, int limit, String cursor) {
        var list = "referrals:" + (owner == null ? "" : owner);
        var after = Cursor.read(list, cursor, Row::position).orElse(BEFORE_ALL);
        var parameters = new HashMap<String, Object>(Map.of(
                "introduced",
                after.introduced,
                "received",
                after.received,
                "contact",
                after.contact,
                "rows",
                limit + 1));
        parameters.put("owner", owner);
        var rows = sql.list(MOST_FIRST, parameters, Row::read);
        var page = Page.of(rows, limit, last -> Cursor.of(list, last.introduced, last.received, last.contact));
        var became = became(page.items(), scale);
        return page.map(row -> row.view(became.getOrDefault(row.contact, new Became())));
    }

    private Map<UUID, Became> became(List<Row> introducers, Scale scale) {
        var became = new HashMap<UUID, Became>();
        var parameters = Map.of(
                "contacts",
                introducers.stream().map(Row::contact).toList(),
                "generation",
                scale.scoring().generation(),
                "rows",
                Integer.MAX_VALUE);
        sql.list(INTRODUCED, parameters, row -> became.computeIfAbsent(
                        row.getObject("introducer", UUID.class), id -> new Became())
                .add(row, scale));
        return became;
    }

    /** What became of those whom somebody introduced. */
    private static final class Became {
        private long active;
        private double strength;

        Became add(ResultSet row, Scale scale) throws SQLException {
            var key = row.getObject("rank_key", Double.class);
            var levels = scale.of(row.getString("owner"));
            double own = key == null ? 0 : levels.strengthOfKey(key);
            strength += own;
            active += levels.bandOf(own).atLeast(Band.ACTIVE) ? 1 : 0;
            return this;
        }
    }

    private record Row(UUID contact, String displayName, String owner, long introduced, long received, long given) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("contact_id", UUID.class),
                    row.getString("display_name"),
                    row.getString("owner"),
                    row.getLong("introduced"),
                    row.getLong("received"),
                    row.getLong("given"));
        }

        static Row position(List<String> key) {
            return new Row(
                    UUID.fromString(key.get(2)), null, null, Long.parseLong(key.get(0)), Long.parseLong(key.get(1)), 0);
        }

        IntroducerView view(Became became) {
            return new IntroducerView(
                    contact, displayName, owner, introduced, became.active, became.strength, received, given);
        }
    }
}
