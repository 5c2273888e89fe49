package dev.rapport.contacts.merging;

/** The statements on merges. */
final class MergeSql {

    static final String COLUMNS = """
            m.id, m.survivor, m.version, m.member, m.merged_at, m.choose, m.before, m.after, m.undone_at, m.undone_by,
            (select coalesce(jsonb_agg(jsonb_build_object('id', o.contact_id, 'details', o.details) order by o.place), '[]')
             from merged_contact o where o.workspace_id = m.workspace_id and o.merge_id = m.id) as others""";

    private static final String SELECT =
            "select " + COLUMNS + " from contact_merge m where m.workspace_id = :workspace ";

    private static final String PAGE = " and (:before::uuid is null or m.id < :before) order by m.id desc limit :limit";

    static final String BY_ID = SELECT + "and m.id = :id";

    static final String LIST = SELECT + PAGE;

    static final String LIST_OF_CONTACT = SELECT + """
            and m.id in (
                select s.id from contact_merge s where s.workspace_id = :workspace and s.survivor = :contact
              union
                select o.merge_id from merged_contact o where o.workspace_id = :workspace and o.contact_id = :contact)
            """ + PAGE;

    static final String LATER = SELECT + """
            and m.survivor = :survivor and m.version > :version and m.undone_at is null and m.before is not null
            order by m.version""";

    static final String MERGE_AWAY = """
            select m.id from merged_contact o
            join contact_merge m on m.workspace_id = :workspace and m.id = o.merge_id
            where o.workspace_id = :workspace and o.contact_id = :contact and m.undone_at is null""";

    static final String ADD = """
            with merge as (
                insert into contact_merge (workspace_id, id, survivor, version, member, merged_at, choose, before, after)
                values (:workspace, :id, :survivor, :version, :member, :at, :choose::jsonb, :before::jsonb, :after::jsonb)
            )
            insert into merged_contact (workspace_id, merge_id, place, contact_id, details)
            select :workspace, :id, o.place, (o.part ->> 'id')::uuid, o.part -> 'details'
            from jsonb_array_elements(:others::jsonb) with ordinality as o (part, place)""";

    static final String RENEW = """
            update contact_merge set before = :before::jsonb, after = :after::jsonb
            where workspace_id = :workspace and id = :id""";

    static final String UNDONE = """
            with emptied as (
                update merged_contact set details = null where workspace_id = :workspace and merge_id = :id
            )
            update contact_merge set undone_at = :at, undone_by = :member, before = null, after = null
            where workspace_id = :workspace and id = :id""";

    static final String FORGET = """
            with recursive person as (
                select :contact::uuid as id
              union
                select o.contact_id from person p
                join contact_merge m on m.workspace_id = :workspace and m.survivor = p.id and m.undone_at is null
                join merged_contact o on o.workspace_id = :workspace and o.merge_id = m.id
            ), concerned as (
                select m.id from contact_merge m
                where m.workspace_id = :workspace and m.survivor in (select id from person)
              union
                select o.merge_id from merged_contact o
                where o.workspace_id = :workspace and o.contact_id in (select id from person)
            ), emptied as (
                update merged_contact set details = null
                where workspace_id = :workspace and merge_id in (select id from concerned)
            )
            update contact_merge set before = null, after = null
            where workspace_id = :workspace and id in (select id from concerned)""";

    /** Of every workspace. */
    static final String EXPIRE = """
            with expired as (
                update contact_merge set before = null, after = null where merged_at < ? and before is not null
                returning workspace_id, id
            ), emptied as (
                update merged_contact o set details = null
                from expired e where o.workspace_id = e.workspace_id and o.merge_id = e.id
            )
            select count(*) from expired""";

    private MergeSql() {}
}
