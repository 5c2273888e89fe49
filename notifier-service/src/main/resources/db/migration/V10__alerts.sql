-- What may be worth an immediate notification: judged when its time comes, then gone from here. Only what is fresh comes in.
create table alert (
    workspace_id text        not null,
    -- signal:<id> or touch:<id>, as a reminder would name it.
    cause        text        not null,
    source_id    uuid        not null,
    contact_id   uuid        not null,
    happened_at  timestamptz not null,
    -- When it is looked at: a little after it was heard of, or when the member's quiet time ends.
    raise_at     timestamptz not null,
    created_at   timestamptz not null,
    primary key (workspace_id, cause)
);
-- The alert clock's queue over all workspaces: it must cost what is due.
create index alert_raising on alert (raise_at);
-- The erasure of a contact.
create index alert_of_contact on alert (workspace_id, contact_id);
