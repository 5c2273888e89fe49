package dev.rapport.contacts.duplicate;

/** The statements on pairs. */
final class DuplicateSql {

    /** Of every workspace: those with changes that have not been followed. Leaps from workspace to workspace. */
    static final String BEHIND = """
            with recursive w as (
                (select workspace_id from contact_change order by workspace_id limit 1)
              union all
                select (select c.workspace_id from contact_change c where c.workspace_id > w.workspace_id
                        order by c.workspace_id limit 1)
                from w where w.workspace_id is not null
            )
            select w.workspace_id from w
            left join duplicate_position p on p.workspace_id = w.workspace_id
            where w.workspace_id is not null and exists (
                select from contact_change c
                where c.workspace_id = w.workspace_id
                    and (c.xid, c.seq) > (coalesce(p.xid, '0'::xid8), coalesce(p.seq, 0)))""";

    /** Not for a workspace of which nothing is left: it may have been erased just now. */
    static final String BEGIN = """
            insert into duplicate_position (workspace_id)
            select :workspace where exists (select from contact_change where workspace_id = :workspace)
            on conflict do nothing""";

    static final String POSITION =
            "select xid::text, seq from duplicate_position where workspace_id = :workspace for update";

    static final String FREE_POSITION = POSITION + " skip locked";

    static final String CHANGES = """
            select c.contact_id, c.xid::text, c.seq from contact_change c
            where c.workspace_id = :workspace and (c.xid, c.seq) > (:xid::xid8, :seq)
                and c.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by c.xid, c.seq
            limit :limit""";

    static final String MORE = """
            select 1 from contact_change c
            where c.workspace_id = :workspace and (c.xid, c.seq) > (:xid::xid8, :seq) limit 1""";

    static final String MOVE =
            "update duplicate_position set xid = :xid::xid8, seq = :seq where workspace_id = :workspace";

    /**
     * Who has all keys of a look, up to the limit of each. The workspace, which every key begins with, is asked for in a form
     * that no index serves, and the CTE hides the limit: or else, while statistics are behind an import, the planner would
     * rather read the workspace from its beginning, in the hope of soon having met so many.
     */
    static final String LOOK = """
            select l.place, c.id
            from jsonb_to_recordset(:looks::jsonb) as l (place int, keys text[])
            cross join lateral (
                with found as materialized (
                    select c.id from contact c
                    where c.workspace_id || '' = :workspace and c.keys @> l.keys and c.deleted_at is null
                )
                select id from found limit :limit
            ) c""";

    static final String PARTNERS = """
            select lo, hi from duplicate_pair
            where workspace_id = :workspace and (lo = any(:ids::uuid[]) or hi = any(:ids::uuid[]))""";

    /** These contacts have these pairs and no others. */
    static final String REPLACE = """
            with found as materialized (
                select * from jsonb_to_recordset(:pairs::jsonb)
                    as p (lo uuid, hi uuid, confidence smallint, reasons text[], against text[])
            ), gone as (
                delete from duplicate_pair d
                where d.workspace_id = :workspace and (d.lo = any(:ids::uuid[]) or d.hi = any(:ids::uuid[]))
                    and not exists (select from found f where f.lo = d.lo and f.hi = d.hi)
            )
            insert into duplicate_pair as d (workspace_id, lo, hi, confidence, reasons, against)
            select :workspace, lo, hi, confidence, coalesce(reasons, '{}'), coalesce(against, '{}') from found
            on conflict (workspace_id, lo, hi) do update
            set confidence = excluded.confidence, reasons = excluded.reasons, against = excluded.against
            where (d.confidence, d.reasons, d.against)
                is distinct from (excluded.confidence, excluded.reasons, excluded.against)""";

    /** Whoever was merged into a contact, over any number of merges, is the same person: of the same family here. */
    private static final String FAMILY = """
            with recursive family as (
                select id as head, id as member from unnest(:heads::uuid[]) as id
              union
                select f.head, c.id from family f
                join contact c on c.workspace_id = :workspace and c.merged_into = f.member
            )
            """;

    private static final String SAID = """
            select d.lo, d.hi from family a
            join family b on b.head <> a.head
            join duplicate_dismissal d on d.workspace_id = :workspace
                and d.lo = least(a.member, b.member) and d.hi = greatest(a.member, b.member)
            """;

    static final String RENEW_DISMISSED = FAMILY + """
            update duplicate_pair p set dismissed = v.dismissed
            from (
                select q.lo, q.hi, exists (
            """ + SAID + """
                    where a.head = q.lo and b.head = q.hi) as dismissed
                from duplicate_pair q
                where q.workspace_id = :workspace and (q.lo = any(:ids::uuid[]) or q.hi = any(:ids::uuid[]))
            ) v
            where p.workspace_id = :workspace and p.lo = v.lo and p.hi = v.hi and p.dismissed <> v.dismissed""";

    static final String RENEW_DISMISSED_PAIR = FAMILY + """
            update duplicate_pair p set dismissed = exists (
            """ + SAID + """
                where a.head = :lo and b.head = :hi)
            where p.workspace_id = :workspace and p.lo = :lo and p.hi = :hi""";

    static final String DISMISS = """
            insert into duplicate_dismissal (workspace_id, lo, hi, member, at)
            values (:workspace, :lo, :hi, :member, :at) on conflict do nothing""";

    static final String TAKE_BACK = FAMILY + """
            delete from duplicate_dismissal x using (
            """ + SAID + """
                where a.head = :lo and b.head = :hi) said
            where x.workspace_id = :workspace and x.lo = said.lo and x.hi = said.hi""";

    /** Contacts that are no more: not even merged ones. */
    static final String FORGET = """
            delete from duplicate_dismissal d
            where d.workspace_id = :workspace and (d.lo = any(:ids::uuid[]) or d.hi = any(:ids::uuid[]))
                and (select count(*) from contact c where c.workspace_id = :workspace and c.id in (d.lo, d.hi)) < 2""";

    /** For callers to add conditions to. */
    static final String LIST = """
            select p.lo, p.hi, p.confidence, p.reasons, p.against, p.dismissed from duplicate_pair p
            where p.workspace_id = :workspace and p.dismissed = :dismissed and p.confidence >= :least
                and exists (select from contact c
                    where c.workspace_id = :workspace and c.id = p.lo and c.deleted_at is null)
                and exists (select from contact c
                    where c.workspace_id = :workspace and c.id = p.hi and c.deleted_at is null)""";

    static final String OF_CONTACT = " and (p.lo = :contact or p.hi = :contact)";

    static final String AFTER = " and (p.confidence, p.lo, p.hi) < (:confidence, :lo, :hi)";

    static final String ORDER = " order by p.confidence desc, p.lo desc, p.hi desc limit :limit";

    private DuplicateSql() {}
}
