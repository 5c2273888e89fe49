-- The keys of signed links: a workspace has its own, so that no key opens another's. The newest signs, all verify.
create table link_key (
    workspace_id text        not null,
    id           uuid        not null,
    secret       bytea       not null check (length(secret) >= 32),
    created_at   timestamptz not null,
    primary key (workspace_id, id)
);

-- The stream of the inbox reads notifications in the order in which their transactions began, and only those before
-- which no transaction is still under way (tx < xmin of a snapshot): what is read at a position never changes any more,
-- so a reader that continues after it misses nothing, whatever order things are committed in. The pair is the event's id.
alter table notification add column tx xid8 not null default pg_current_xact_id();
-- GET /v1/inbox/stream, and the poll that serves all of an instance's readers.
create index notification_stream on notification (workspace_id, member, tx, id);
-- GET /v1/inbox/unread-count and ?unread=true.
drop index notification_unread;
create index notification_unread on notification (workspace_id, member, created_at desc, id desc)
    where read_at is null and archived_at is null;

-- Addresses that mail may go to.
create table email_channel (
    workspace_id         text        not null,
    id                   uuid        not null,
    member               text        not null,
    address              text        not null,
    verified_at          timestamptz,
    -- By the database's clock, as is its lease: null when no verification mail waits to be sent.
    verification_due_at  timestamptz,
    verification_asked_at timestamptz,
    verification_asked   int         not null default 0,
    -- Who stopped it: the member, or Rapport because mail does not arrive. Then a mail is tried at probe_at.
    paused_by            text check (paused_by in ('member', 'health')),
    paused_at            timestamptz,
    probe_at             timestamptz,
    failures             int         not null default 0,
    -- Since when mail does not arrive, one attempt after the other; null when the last one did.
    failing_since        timestamptz,
    last_fault           text,
    created_at           timestamptz not null,
    primary key (workspace_id, id),
    -- GET /v1/channels; a delivery finds its channel.
    constraint email_channel_once unique (workspace_id, member, address),
    constraint email_channel_pause check ((paused_by is null) = (paused_at is null))
);
-- The sender of verification mails, over all workspaces.
create index email_channel_verification on email_channel (verification_due_at) where verification_due_at is not null;
-- The probe of paused channels, over all workspaces.
create index email_channel_probe on email_channel (probe_at) where paused_by = 'health';
-- Addresses that mail went to before there was verification keep getting it.
insert into email_channel (workspace_id, id, member, address, verified_at, created_at)
select workspace_id, gen_random_uuid(), member, email, now(), now() from preference where email is not null;

alter table delivery
    add column channel_id uuid,
    -- The notification whose mail told of this one too. Its text is written as it is sent: it keeps nothing of others.
    add column summary_id uuid,
    drop constraint delivery_state_check,
    -- held: its channel is not verified, or paused. summarised: one mail told of it and of many others.
    add constraint delivery_state_check
        check (state in ('pending', 'held', 'sent', 'failed', 'withdrawn', 'summarised'));
update delivery d set channel_id = c.id
from notification n, email_channel c
where d.state = 'pending' and n.workspace_id = d.workspace_id and n.id = d.notification_id
    and c.workspace_id = n.workspace_id and c.member = n.member and c.address = d.address;
-- What waits for a channel: GET /v1/channels counts it, a channel that recovers sends it.
create index delivery_of_channel on delivery (workspace_id, channel_id, created_at) where state in ('pending', 'held');

-- Secret addresses of calendars and feeds; of a token only its SHA-256 is kept.
create table feed (
    workspace_id text        not null,
    id           uuid        not null,
    member       text        not null,
    kind         text        not null check (kind in ('reminders_ical', 'editions_atom')),
    token_hash   bytea       not null,
    created_at   timestamptz not null,
    primary key (workspace_id, id),
    -- GET /feeds/{token}.
    constraint feed_token unique (workspace_id, token_hash)
);
-- GET /v1/feeds.
create index feed_of_member on feed (workspace_id, member, created_at desc, id desc);
-- The mail that sums up what waited.
create index delivery_summary on delivery (workspace_id, summary_id) where summary_id is not null;
