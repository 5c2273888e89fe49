-- What a member does not want to hear of: a contact, or a kind of reminders. It holds as long as the row is there.
create table mute (
    workspace_id text        not null,
    member       text        not null,
    -- contact:<id> or kind:<kind>. GET /v1/mutes is sorted by it.
    subject      text        not null,
    contact_id   uuid,
    kind         text,
    -- Null for never. The clock ends it.
    until        timestamptz,
    created_at   timestamptz not null,
    primary key (workspace_id, member, subject),
    constraint mute_of_one check ((contact_id is null) <> (kind is null))
);
-- Planning, alerts, editions: whether a contact is muted. Serves its erasure, too.
create index mute_of_contact on mute (workspace_id, contact_id, member) where contact_id is not null;
-- Planning: which kinds a member has muted.
create index mute_of_kind on mute (workspace_id, member) where kind is not null;
-- The clock's queue over all workspaces: it must cost what ends, not how much is muted.
create index mute_ending on mute (until) where until is not null;

-- A workspace's own lines to send, in place of Rapport's.
create table draft_template (
    workspace_id text        not null,
    kind         text        not null check (kind in
        ('keep_in_touch', 'drifting', 'reply_owed', 'follow_up', 'congratulate', 'birthday', 'manual')),
    language     text        not null check (language in ('en', 'de')),
    text         text        not null,
    updated_at   timestamptz not null,
    primary key (workspace_id, kind, language)
);

-- A line to send, as it was when the member was told.
alter table notification add column draft text;
