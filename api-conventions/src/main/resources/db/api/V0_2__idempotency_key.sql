-- What a POST with an Idempotency-Key answered: written in the transaction of its effect, replayed for 24 hours.
create table idempotency_key (
    workspace_id text        not null,
    key          text        not null,
    fingerprint  text        not null,
    status       int         not null,
    headers      jsonb       not null,
    body         text,
    created_at   timestamptz not null default now(),
    primary key (workspace_id, key)
);
-- Serves the hourly deletion of expired keys, across workspaces.
create index idempotency_key_expiry on idempotency_key using brin (created_at);
