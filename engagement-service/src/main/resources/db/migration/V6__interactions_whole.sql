-- Interactions that are corrected, restored, sent again by their source, and shared by several contacts.
alter table interaction
    -- Rises with every change; the event that tells of the change carries it.
    add column revision    bigint  not null default 1 check (revision > 0),
    -- An occasion with several contacts is one row for each, in the order of position; its id is that of the first row.
    add column occasion_id uuid,
    add column position    integer not null default 0 check (position >= 0),
    add column duration_s  integer check (duration_s between 0 and 604800),
    -- The digest of what the source told last: the same again changes nothing, even what a member corrected meanwhile.
    add column told        uuid,
    add constraint interaction_of_occasion check ((position = 0 and coalesce(occasion_id = id, true))
        or (position > 0 and occasion_id is not null and occasion_id <> id)),
    drop constraint interaction_external_key,
    -- Serves partners that cannot keep idempotency keys: the same source and external id is the same occasion.
    add constraint interaction_external_key unique (workspace_id, source, external_id, position);
-- Serves changes of an occasion, and its participants in a view.
create index interaction_of_occasion on interaction (workspace_id, occasion_id, position) where occasion_id is not null;
-- Serve GET /v1/interactions without a contact, of all owners and of one (read backwards).
create index interaction_newest on interaction (workspace_id, occurred_at, id) where retracted_at is null;
create index interaction_newest_of_owner on interaction (workspace_id, owner, occurred_at, id)
    where owner is not null and retracted_at is null;
-- Serves GET /v1/interactions?retracted=true (read backwards).
create index interaction_newest_retracted on interaction (workspace_id, occurred_at, id) where retracted_at is not null;

-- By these the interactions that wait are found in their order, too: the first, the last, a page of them.
drop index interaction_waiting_for_contact, interaction_waiting_for_address;
-- Serve the attachment of interactions that waited for the contact they named, GET /v1/unmatched and the interactions of one.
create index interaction_waiting_for_contact on interaction (workspace_id, wanted_contact_id, occurred_at, id)
    where contact_id is null and retracted_at is null and wanted_contact_id is not null;
create index interaction_waiting_for_address on interaction (workspace_id, address, occurred_at, id)
    where contact_id is null and retracted_at is null and address is not null;

-- Interactions that wait, by what they named: an address, or an id as text. Kept beside the interactions, so that the list
-- costs what it shows. A group that is ignored stays when nothing waits in it any more.
create table unmatched (
    workspace_id      text   not null,
    name              text   not null,
    -- The id that the name is; null when it is an address.
    wanted_contact_id uuid,
    waiting           bigint not null,
    first_at          timestamptz,
    last_at           timestamptz,
    ignored_at        timestamptz,
    primary key (workspace_id, name)
);
-- Serve GET /v1/unmatched in its two orders (read backwards), and with ignored=true.
create index unmatched_most on unmatched (workspace_id, waiting, name) where ignored_at is null;
create index unmatched_newest on unmatched (workspace_id, last_at, name) where ignored_at is null;
create index unmatched_ignored on unmatched (workspace_id, name) where ignored_at is not null;

-- What the groups do not count yet. Only ever added to and taken from: writers of one group never wait for each other.
create table unmatched_change (
    workspace_id      text        not null,
    id                bigint      generated always as identity,
    name              text        not null,
    wanted_contact_id uuid,
    waiting           integer     not null,
    primary key (workspace_id, id)
);

insert into unmatched (workspace_id, name, wanted_contact_id, waiting, first_at, last_at)
select workspace_id, coalesce(address, wanted_contact_id::text), wanted_contact_id, count(*), min(occurred_at),
    max(occurred_at)
from interaction where contact_id is null and retracted_at is null group by 1, 2, 3;

-- A trigger, because an interaction begins and ceases to wait in many statements, deletions of all kinds among them. It does
-- not fire for what does not wait.
create function interaction_waits() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and old.contact_id is null and old.retracted_at is null then
        insert into unmatched_change (workspace_id, name, wanted_contact_id, waiting)
        values (old.workspace_id, coalesce(old.address, old.wanted_contact_id::text), old.wanted_contact_id, -1);
    end if;
    if tg_op <> 'DELETE' and new.contact_id is null and new.retracted_at is null then
        insert into unmatched_change (workspace_id, name, wanted_contact_id, waiting)
        values (new.workspace_id, coalesce(new.address, new.wanted_contact_id::text), new.wanted_contact_id, 1);
    end if;
    return null;
end $$;
create trigger interaction_waits_now after insert on interaction for each row
    when (new.contact_id is null and new.retracted_at is null) execute function interaction_waits();
create trigger interaction_waits_no_more after delete on interaction for each row
    when (old.contact_id is null and old.retracted_at is null) execute function interaction_waits();
create trigger interaction_waits_otherwise after update on interaction for each row
    when ((old.contact_id is null or new.contact_id is null)
        and (old.contact_id, old.retracted_at, old.address, old.wanted_contact_id, old.occurred_at)
            is distinct from (new.contact_id, new.retracted_at, new.address, new.wanted_contact_id, new.occurred_at))
    execute function interaction_waits();
