-- Where each contact's latest change stands in the feed. The next one never stands before it, even when its transaction is
-- the older one: so one contact's changes are fed in the order of their versions.
alter table contact add column fed_at xid8 not null default '0';

-- Serves GET /v1/contact-bin, newest deletion first; and, across workspaces, the emptying of the bin
drop index contact_in_bin;
create index contact_in_bin on contact (workspace_id, deleted_at, id)
    where deleted_at is not null and merged_into is null;

-- Serves, across workspaces, the expiry of tombstones that no token of the feed can still ask for
create index contact_change_tombstone on contact_change (workspace_id, at) where kind = 'erased';

-- What is to be forgotten for good, by every service.
create table erasure (
    workspace_id    text        not null,
    id              uuid        not null,
    -- None when it is the whole workspace.
    contacts        uuid[]      not null,
    whole_workspace boolean     not null,
    -- Running while this service itself still deletes.
    state           text        not null check (state in ('running', 'done')),
    requested_at    timestamptz not null,
    requested_by    text        not null,
    -- Serves GET /v1/erasures/{id}, and the list, newest first
    primary key (workspace_id, id)
);

-- Serves, across workspaces, the search for workspaces whose erasure is under way
create index erasure_running on erasure (workspace_id, id) where state = 'running';

-- What each service says that it has forgotten.
create table erasure_receipt (
    workspace_id text        not null,
    erasure_id   uuid        not null,
    service      text        not null,
    -- Absent when it is the whole workspace.
    contact_id   uuid,
    erased_at    timestamptz not null,
    -- Serves the receipts of GET /v1/erasures
    unique nulls not distinct (workspace_id, erasure_id, service, contact_id)
);
