-- The keys by which lists are filtered, each in the order of its contacts' ids: a page costs what it shows, however many
-- contacts have the key. GIN, which knows no order, has all of them read and sorted. Kept by the database, like an index.
create table contact_by_listed_key (
    workspace_id text not null,
    -- As in contact.keys, without its workspace.
    key          text not null,
    id           uuid not null,
    owner        text not null,
    relationship text not null,
    -- Serves GET /v1/contacts?interest=, circle=, organization=, introducedBy=, customField=, also with owner= and relationship=
    primary key (workspace_id, key, id) include (owner, relationship)
);

-- The keys that lists are filtered by: not those by which a few are looked up, as addresses and names are.
create function listed_keys(workspace_id text, keys text[]) returns setof text
    language sql immutable parallel safe
begin atomic
    select key from unnest(keys) as k (whole), substr(whole, length(workspace_id) + 2) as key
    where split_part(key, ':', 1) in ('interest', 'circle', 'organization', 'introduced', 'field');
end;

-- Each row is looked up by itself (offset 0) and by the index: the plan is made once in a connection, perhaps while the table
-- is empty, and must not be one that reads all of it.
create function list_keys() returns trigger
    language plpgsql
    set enable_seqscan = off
as $$
begin
    if tg_op = 'INSERT' then
        insert into contact_by_listed_key (workspace_id, key, id, owner, relationship)
        select a.workspace_id, k.key, a.id, a.owner, a.relationship
        from after a
        cross join lateral listed_keys(a.workspace_id, a.keys) as k (key)
        where a.deleted_at is null;
    elsif tg_op = 'UPDATE' then
        delete from contact_by_listed_key
        where ctid = any (array(
            select l.place
            from before b
            join after a using (workspace_id, id)
            cross join lateral listed_keys(b.workspace_id, b.keys) as k (key)
            cross join lateral (
                select l.ctid as place from contact_by_listed_key l
                where l.workspace_id = b.workspace_id and l.key = k.key and l.id = b.id offset 0) as l
            where a.deleted_at is not null or b.workspace_id || ' ' || k.key <> all (a.keys)));
        insert into contact_by_listed_key as l (workspace_id, key, id, owner, relationship)
        select a.workspace_id, k.key, a.id, a.owner, a.relationship
        from after a
        join before b using (workspace_id, id)
        cross join lateral listed_keys(a.workspace_id, a.keys) as k (key)
        where a.deleted_at is null
            and (a.keys, a.owner, a.relationship, b.deleted_at) is distinct from (b.keys, b.owner, b.relationship, null)
        on conflict (workspace_id, key, id) do update
        set owner = excluded.owner, relationship = excluded.relationship
        where (l.owner, l.relationship) <> (excluded.owner, excluded.relationship);
    else
        delete from contact_by_listed_key
        where ctid = any (array(
            select l.place
            from before b
            cross join lateral listed_keys(b.workspace_id, b.keys) as k (key)
            cross join lateral (
                select l.ctid as place from contact_by_listed_key l
                where l.workspace_id = b.workspace_id and l.key = k.key and l.id = b.id offset 0) as l));
    end if;
    return null;
end
$$;

create trigger list_keys_of_added after insert on contact
    referencing new table as after for each statement execute function list_keys();
create trigger list_keys_of_changed after update on contact
    referencing old table as before new table as after for each statement execute function list_keys();
create trigger list_keys_of_erased after delete on contact
    referencing old table as before for each statement execute function list_keys();

insert into contact_by_listed_key (workspace_id, key, id, owner, relationship)
select c.workspace_id, k.key, c.id, c.owner, c.relationship
from contact c cross join lateral listed_keys(c.workspace_id, c.keys) as k (key)
where c.deleted_at is null;
