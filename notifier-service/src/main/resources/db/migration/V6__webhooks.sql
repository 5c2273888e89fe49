-- Endpoints of partners, and what is on its way to them. Times of attempts are the database's: instances need not agree.
create table webhook (
    workspace_id    text        not null,
    id              uuid        not null,
    url             text        not null,
    description     text,
    -- Which types of events it wants; empty for all.
    events          text[]      not null default '{}',
    -- Whose events it wants; null for everybody's.
    member          text,
    created_by      text        not null,
    disabled_at     timestamptz,
    disabled_reason text,
    -- Since when every attempt has failed; null while it works.
    failing_since   timestamptz,
    last_fault      text,
    paused_at       timestamptz,
    -- Nothing is sent before: the receiver asked for it, or it is paused and was probed a moment ago.
    rest_until      timestamptz,
    version         bigint      not null default 1,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (workspace_id, id)
);

-- Several are valid at a time while a receiver changes over to a new one.
create table webhook_secret (
    workspace_id text        not null,
    id           uuid        not null,
    webhook_id   uuid        not null,
    secret       text        not null,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz,
    primary key (workspace_id, webhook_id, id)
);

-- One event, stored once as the bytes that every attempt sends.
create table webhook_message (
    workspace_id text        not null,
    -- The event's id, which receivers see as webhook-id.
    id           uuid        not null,
    type         text        not null,
    contact_id   uuid,
    reminder_id  uuid,
    body         text        not null,
    created_at   timestamptz not null,
    primary key (workspace_id, id)
);
-- The erasure of a contact: what was said of it, or of its reminders, or of many contacts at once.
create index webhook_message_of_contact on webhook_message (workspace_id, contact_id) where contact_id is not null;
create index webhook_message_of_reminder on webhook_message (workspace_id, reminder_id) where reminder_id is not null;
create index webhook_message_of_many on webhook_message (workspace_id) where contact_id is null;
-- The end of the time for which the log is kept, over all workspaces.
create index webhook_message_by_age on webhook_message (created_at);

create table webhook_delivery (
    workspace_id    text        not null,
    id              uuid        not null,
    webhook_id      uuid        not null,
    message_id      uuid        not null,
    state           text        not null check (state in ('waiting', 'delivered', 'failed')),
    -- All that were made, and those of the present round: a replay begins another one.
    attempts        int         not null default 0,
    tries           int         not null default 0,
    -- While an attempt is under way: until when its lease holds.
    next_attempt_at timestamptz not null default now(),
    lease           uuid,
    last_status     int,
    last_fault      text,
    created_at      timestamptz not null default now(),
    finished_at     timestamptz,
    primary key (workspace_id, id),
    -- Of a message, its deliveries: erasure finds them by it.
    constraint webhook_delivery_once unique (workspace_id, message_id, webhook_id)
);
-- The worker: which endpoints have something waiting, by jumping from one to the next, and what of it is due.
create index webhook_delivery_waiting on webhook_delivery (workspace_id, webhook_id, next_attempt_at)
    where state = 'waiting';
-- The worker: how many attempts an endpoint has under way.
create index webhook_delivery_under_way on webhook_delivery (workspace_id, webhook_id)
    where lease is not null;
-- GET /v1/webhooks/{id}/deliveries, newest first, and the replay of a period.
create index webhook_delivery_log on webhook_delivery (workspace_id, webhook_id, created_at desc, id desc);
-- The same with ?state=, and what failed while an endpoint was away, when it is back.
create index webhook_delivery_log_of_state on webhook_delivery (workspace_id, webhook_id, state, created_at desc, id desc);

create table webhook_attempt (
    workspace_id text        not null,
    delivery_id  uuid        not null,
    number       int         not null,
    at           timestamptz not null,
    millis       int         not null,
    status       int,
    fault        text,
    excerpt      text,
    primary key (workspace_id, delivery_id, number),
    -- Also what is written down at the very moment of a deletion goes with its delivery.
    foreign key (workspace_id, delivery_id) references webhook_delivery on delete cascade
);
