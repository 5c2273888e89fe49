-- Contacts that were merged into others, and contacts and workspaces that were erased.
alter table directory_contact
    -- Into which contact contacts-service merged this one. A merged contact has no owner of its own and counts as deleted.
    add column merged_into uuid,
    -- The end of its chain of merges, which stands for it; it may be unknown or deleted. A contact whose chain is a circle
    -- has itself here, and nobody stands for it. Derived from merged_into, for merged contacts alone.
    add column survivor_id uuid,
    -- The erasure that deleted it for good. Of an erased contact nothing is kept but this row.
    add column erasure_id  uuid,
    -- When contacts-service said so: the erasure of a workspace ends what it said before.
    add column told_at     timestamptz not null default '-infinity',
    add constraint directory_gone check (deleted_at is not null or (merged_into is null and erasure_id is null));
-- Serves the search for all that is merged into a contact, step by step, when a merge or its undoing changes who survives.
create index directory_merged_into on directory_contact (workspace_id, merged_into) where merged_into is not null;
-- Serves the fold over all interactions that a survivor stands for, and their list.
create index directory_of_survivor on directory_contact (workspace_id, survivor_id) where survivor_id is not null;

-- An address of a contact that is gone finds nobody any more; it is kept to find what waits by it should the contact be
-- erased.
alter table directory_address add column former boolean not null default false;

-- Serve the erasure of a contact's interactions that were retracted; those that count have their indexes.
create index interaction_retracted_of_contact on interaction (workspace_id, (coalesce(contact_id, wanted_contact_id)))
    where retracted_at is not null;
create index interaction_retracted_of_address on interaction (workspace_id, address)
    where retracted_at is not null and contact_id is null and address is not null;

-- Workspaces that were erased: what was said of their contacts before that instant is not heard any more.
create table erased_workspace (
    workspace_id text        primary key,
    erased_at    timestamptz not null
);
