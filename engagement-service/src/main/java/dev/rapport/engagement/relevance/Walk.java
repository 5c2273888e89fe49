package dev.rapport.engagement.relevance;

import dev.rapport.engagement.scoring.Tie;
import java.time.Instant;

/** A way through an index of ties. */
enum Walk {
    /** From strong to weak. */
    KEY_DOWN,
    /** From weak to strong. */
    KEY_UP,
    /** From the hottest conversation to those that are over. */
    HOT_DOWN,
    /** From those that have been silent for longest to those just touched. */
    SILENT,
    /** Through those whose owner owes an answer, from the one that has waited for longest. */
    WAITING_FOR_OWNER,
    /** Through those that owe an answer, from the one that has been waited for longest. */
    WAITING_FOR_CONTACT;

    /** Where those are taken from that the walk passes. */
    enum Source {
        /** All ties of the workspace. */
        ALL,
        /** The ties of one member. */
        OWNER,
        /** As ALL, also telling which of them are of a circle and a relationship. */
        ALL_MARKED,
        /** As OWNER, also telling which of them are of a circle and a relationship. */
        OWNER_MARKED,
        /** A few contacts that are known, sorted for the purpose. */
        FEW
    }

    private static final String COLUMNS = """
        select t.*, d.display_name,
        """;

    private static final String MARK = """
            (:circle::uuid is null or d.circles @> array[:circle::uuid])
                and (:relationship::text is null or d.relationship = :relationship::text) as fits
        """;

    private static final String JOIN = """
        from tie t
        join directory_contact d on d.workspace_id = t.workspace_id and d.contact_id = t.contact_id
        where t.workspace_id = :workspace and t.generation = :generation and d.workspace_id = :workspace and d.deleted_at is null
          and t.rank_key is not null
        """;

    /** The "offset 0" has the few looked up one by one. */
    private static final String OF_FEW = """
        from unnest(:few::uuid[]) as k (contact_id)
        join directory_contact d on d.workspace_id = :workspace and d.contact_id = k.contact_id
            and d.deleted_at is null
        cross join lateral (
            select * from tie t
            where t.workspace_id = :workspace and t.contact_id = k.contact_id and t.generation = :generation
              and t.rank_key is not null
            offset 0) t
        where (:owner::text is null or t.owner = :owner::text)
        """;

    /** The owners of ties, each found by a step of its own. */
    static final String OWNERS = """
        with recursive o (owner) as (
            (select t.owner from tie t
            where t.workspace_id = :workspace and t.generation = :generation and t.rank_key is not null
            order by t.owner limit 1)
            union all
            select (
                select t.owner from tie t
                where t.workspace_id = :workspace and t.generation = :generation and t.rank_key is not null
                  and t.owner > o.owner
                order by t.owner limit 1)
            from o where o.owner is not null
        )
        select owner from o where owner is not null limit :rows\
        """;

    /** The statement; beside the position, {@code :key} or {@code :last} with {@code :contact}, it takes {@code :rows}. */
    String sql(Source source) {
        var from = source == Source.FEW ? OF_FEW : JOIN;
        var marked = source == Source.ALL_MARKED || source == Source.OWNER_MARKED;
        var owner = source == Source.OWNER || source == Source.OWNER_MARKED ? "  and t.owner = :owner\n" : "";
        return COLUMNS + (marked ? MARK : "    true as fits\n") + from + owner + condition() + order();
    }

    /** The time that the walk goes by, for a tie on its way; for walks by key, any. */
    Instant timeOf(Tie tie) {
        return switch (this) {
            case WAITING_FOR_OWNER -> tie.lastInboundAt();
            case WAITING_FOR_CONTACT -> tie.lastOutboundAt();
            default -> tie.last();
        };
    }

    /** Whether it goes through keys from the highest to the lowest. */
    boolean isDown() {
        return this == KEY_DOWN || this == HOT_DOWN;
    }

    /** Whether bands are stretches of it. */
    boolean isByRank() {
        return this == KEY_DOWN || this == KEY_UP;
    }

    private String condition() {
        return switch (this) {
            case KEY_DOWN -> "  and (t.rank_key, t.contact_id) < (:key, :contact) and t.rank_key >= :bound\n";
            case KEY_UP -> "  and (t.rank_key, t.contact_id) > (:key, :contact) and t.rank_key < :bound\n";
            case HOT_DOWN -> "  and (t.hot_key, t.contact_id) < (:key, :contact) and t.hot_key is not null\n";
            case SILENT -> "  and (t.last_at, t.contact_id) > (:last::timestamptz, :contact)\n";
            case WAITING_FOR_OWNER -> """
                and t.last_inbound_at > coalesce(t.last_outbound_at, '-infinity')
                and (t.last_inbound_at, t.contact_id) > (:last::timestamptz, :contact)
                """;
            case WAITING_FOR_CONTACT -> """
                and t.last_outbound_at > coalesce(t.last_inbound_at, '-infinity')
                and (t.last_outbound_at, t.contact_id) > (:last::timestamptz, :contact)
                """;
        };
    }

    private String order() {
        return switch (this) {
            case KEY_DOWN -> "order by t.rank_key desc, t.contact_id desc limit :rows";
            case KEY_UP -> "order by t.rank_key, t.contact_id limit :rows";
            case HOT_DOWN -> "order by t.hot_key desc, t.contact_id desc limit :rows";
            case SILENT -> "order by t.last_at, t.contact_id limit :rows";
            case WAITING_FOR_OWNER -> "order by t.last_inbound_at, t.contact_id limit :rows";
            case WAITING_FOR_CONTACT -> "order by t.last_outbound_at, t.contact_id limit :rows";
        };
    }
}
