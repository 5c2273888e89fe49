-- Contacts that were merged into others, and contacts and workspaces that were erased.
alter table contact
    -- Into which contact contacts-service merged this one. A merged contact counts as deleted; its reminders and touches
    -- stay its own, and are those of its survivor for as long as it has one.
    add column merged_into uuid,
    -- The end of its chain of merges, which stands for it; it may be unknown or deleted. A contact whose chain is a circle
    -- has itself here. Derived from merged_into, for merged contacts alone.
    add column survivor_id uuid,
    -- The erasure that deleted it for good. Of an erased contact nothing is kept but this row.
    add column erasure_id  uuid,
    -- When contacts-service said so: the erasure of a workspace ends what it said before.
    add column told_at     timestamptz not null default '-infinity',
    add constraint contact_gone check (deleted or (merged_into is null and erasure_id is null));
-- All that is merged into a contact, step by step, when a merge or its undoing changes who survives.
create index contact_merged_into on contact (workspace_id, merged_into) where merged_into is not null;
-- Planning and lists: all that a contact stands for.
create index contact_of_survivor on contact (workspace_id, survivor_id) where survivor_id is not null;

-- When engagement-service said so.
alter table relevance add column told_at timestamptz not null default '-infinity';

-- Workspaces that were erased: what was said of them before that instant is not heard any more.
create table erased_workspace (
    workspace_id text        primary key,
    erased_at    timestamptz not null
);

-- The erasure of a contact: its retracted touches, and what was told of it or of its reminders.
create index touch_retracted on touch (workspace_id, contact_id) where retracted;
create index notification_of_contact on notification (workspace_id, contact_id);
create index notification_of_reminder on notification (workspace_id, reminder_id);
