-- What other services say, kept small: only what planning needs. Each row is guarded by the version of its snapshot, so
-- that late and repeated events change nothing.
create table contact (
    workspace_id     text    not null,
    contact_id       uuid    not null,
    version          bigint  not null,
    deleted          boolean not null,
    owner            text,
    display_name     text,
    cadence_ideal    text,
    cadence_longest  text,
    cadence_counting text[]  not null default '{}',
    added_at         timestamptz,
    primary key (workspace_id, contact_id),
    constraint contact_is_whole check (deleted or (owner is not null and added_at is not null))
);
-- Planning all contacts of a member anew when the member's preferences change.
create index contact_of_member on contact (workspace_id, owner) where not deleted;

create table relevance (
    workspace_id  text    not null,
    contact_id    uuid    not null,
    version       bigint  not null,
    removed       boolean not null,
    rank_key      double precision,
    half_life_s   double precision,
    kappa         double precision,
    peak_band     text,
    last_touch_at timestamptz,
    drifts_at     timestamptz,
    primary key (workspace_id, contact_id),
    constraint relevance_is_whole
        check (removed or (rank_key is not null and half_life_s > 0 and kappa > 0 and peak_band is not null))
);

-- One row per interaction: the primary key is the deduplication. A retraction wins, whichever comes first.
create table touch (
    workspace_id   text        not null,
    interaction_id uuid        not null,
    contact_id     uuid        not null,
    kind           text        not null,
    direction      text        not null check (direction in ('OUTBOUND', 'INBOUND', 'MUTUAL')),
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    retracted      boolean     not null,
    primary key (workspace_id, interaction_id)
);
-- Planning: the last touch, the last counting one, the inbound ones after the last answer.
create index touch_by_time on touch (workspace_id, contact_id, occurred_at desc, interaction_id desc)
    where not retracted;
-- Planning: the last answer, however many messages came in since.
create index touch_answering on touch (workspace_id, contact_id, occurred_at desc)
    where not retracted and direction <> 'INBOUND';

create table preference (
    workspace_id  text        not null,
    member        text        not null,
    time_zone     text        not null,
    edition_time  time        not null,
    email         text,
    email_enabled boolean     not null,
    reply_time    text        not null,
    daily_cap     int         not null check (daily_cap between 1 and 200),
    updated_at    timestamptz not null,
    primary key (workspace_id, member)
);

create table reminder (
    workspace_id    text        not null,
    id              uuid        not null,
    contact_id      uuid        not null,
    owner           text        not null,
    kind            text        not null check (kind in
        ('keep_in_touch', 'drifting', 'reply_owed', 'follow_up', 'congratulate', 'birthday', 'manual')),
    state           text        not null check (state in
        ('scheduled', 'due', 'snoozed', 'done', 'dismissed', 'resolved')),
    cause           text        not null,
    reason          text        not null,
    due_at          timestamptz not null,
    latest_at       timestamptz,
    -- When the clock looks at it: the due time, the end of a snooze, or the next day when today's cap is used up.
    wake_at         timestamptz not null,
    told_at         timestamptz,
    late            boolean     not null default false,
    closed_at       timestamptz,
    notification_id uuid,
    version         bigint      not null default 0,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (workspace_id, id),
    constraint reminder_cause unique (workspace_id, contact_id, kind, cause)
);
-- At most one open planned reminder of a kind; planning finds a contact's open reminders by it.
create unique index reminder_open on reminder (workspace_id, contact_id, kind)
    where state in ('scheduled', 'due', 'snoozed') and kind in ('keep_in_touch', 'drifting', 'reply_owed');
-- Planning: what the member closed last.
create index reminder_closed on reminder (workspace_id, contact_id, kind, closed_at desc)
    where state in ('done', 'dismissed');
-- The clock's queue over all workspaces: it must cost what is due, not how many workspaces there are.
create index reminder_waking on reminder (wake_at) where state in ('scheduled', 'snoozed');
-- The daily cap: how many became due for a member today.
create index reminder_told on reminder (workspace_id, owner, told_at) where told_at is not null;
-- GET /v1/reminders and the edition: a member's open reminders.
create index reminder_of_member on reminder (workspace_id, owner, due_at, id)
    where state in ('scheduled', 'due', 'snoozed');
-- GET /v1/reminders?state=done,dismissed,resolved.
create index reminder_history on reminder (workspace_id, owner, due_at, id)
    where state in ('done', 'dismissed', 'resolved');

create table notification (
    workspace_id text        not null,
    id           uuid        not null,
    member       text        not null,
    contact_id   uuid        not null,
    reminder_id  uuid        not null,
    kind         text        not null,
    title        text        not null,
    body         text        not null,
    created_at   timestamptz not null,
    read_at      timestamptz,
    primary key (workspace_id, id)
);
-- GET /v1/inbox, newest first.
create index notification_of_member on notification (workspace_id, member, created_at desc, id desc);
-- GET /v1/inbox/unread-count.
create index notification_unread on notification (workspace_id, member) where read_at is null;

create table delivery (
    workspace_id    text        not null,
    id              uuid        not null,
    notification_id uuid        not null,
    channel         text        not null check (channel in ('email')),
    address         text        not null,
    state           text        not null check (state in ('pending', 'sent', 'failed', 'withdrawn')),
    attempts        int         not null default 0,
    -- By the database's clock, as is the lease: instances need not agree on the time.
    next_attempt_at timestamptz not null default now(),
    lease           uuid,
    last_fault      text,
    created_at      timestamptz not null default now(),
    finished_at     timestamptz,
    primary key (workspace_id, id),
    constraint delivery_once unique (workspace_id, notification_id, channel)
);
-- The delivery worker's queue over all workspaces.
create index delivery_waiting on delivery (next_attempt_at) where state = 'pending';
