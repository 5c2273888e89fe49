-- Events that are committed but not yet acknowledged by Kafka. One row holds what one write caused: one event or a
-- batch of them, as a JSON array of {"id", "type", "time", "data"}. This is a queue that one relay drains in order of id,
-- across workspaces: the only table whose key does not lead with the workspace.
create table outbox (
    id           bigint generated always as identity primary key,
    workspace_id text   not null,
    topic        text   not null,
    events       jsonb  not null check (jsonb_typeof(events) = 'array')
);
-- Rows live for milliseconds, so the table is all churn: vacuum it early, whatever the defaults are.
alter table outbox set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

-- Events that were applied, by consumer: written in the transaction of their effect, so an event takes effect once.
create table inbox (
    workspace_id text        not null,
    consumer     text        not null,
    event_id     uuid        not null,
    received_at  timestamptz not null default now(),
    primary key (workspace_id, consumer, event_id)
);
-- Serves the hourly expiry of ids older than the topics' retention, across workspaces.
create index inbox_expiry on inbox using brin (received_at);
