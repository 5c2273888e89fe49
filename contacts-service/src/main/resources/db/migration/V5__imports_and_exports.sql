create table contact_import (
    workspace_id   text        not null,
    id             uuid        not null,
    -- Whose import it is; it runs with what this member may do.
    member         text        not null,
    state          text        not null
        check (state in ('uploading', 'waiting', 'running', 'done', 'cancelled', 'failed')),
    -- What the client said of the file and of what to do with it.
    settings       jsonb       not null,
    -- In bytes.
    size           bigint      not null default 0,
    bytes_read     bigint      not null default 0,
    -- How many records of the file are dealt with: where an import that was interrupted goes on.
    records        bigint      not null default 0,
    created        bigint      not null default 0,
    changed        bigint      not null default 0,
    unchanged      bigint      not null default 0,
    rejected       bigint      not null default 0,
    faults         bigint      not null default 0,
    -- How many problems were found, whether kept or not.
    problems       bigint      not null default 0,
    -- Rises with everything that can be seen of it.
    revision       bigint      not null default 1,
    failure        text,
    cancelling     boolean     not null default false,
    -- Which run works on it, and until when it may be taken for alive. Before the file is complete: until when the upload may.
    run            uuid,
    lease_until    timestamptz not null,
    -- Runs since its last progress.
    attempts       int         not null default 0,
    -- Whether there are rows that only the run needs: the file, drafts, links.
    has_leftovers  boolean     not null default true,
    created_at     timestamptz not null,
    started_at     timestamptz,
    ended_at       timestamptz,
    -- Serves GET /v1/contact-imports/{id} and the list, newest first
    primary key (workspace_id, id)
);

-- One at a time, as two imports of the same people at once would not see each other's contacts.
create unique index contact_import_running on contact_import (workspace_id) where state = 'running';

-- Serves the workers' search for work, across workspaces: a small index of what is not over.
create index contact_import_open on contact_import (workspace_id, id) where state in ('uploading', 'waiting', 'running');

-- Serves the workers' search for what an import left behind, across workspaces.
create index contact_import_leftover on contact_import (workspace_id, id)
    where has_leftovers and state in ('done', 'cancelled', 'failed');

-- Serves the daily deletion of old imports, across workspaces.
create index contact_import_expiry on contact_import using brin (created_at);

-- The file, as long as it is needed.
create table contact_import_chunk (
    workspace_id text  not null,
    import_id    uuid  not null,
    -- From 0.
    nr           int   not null,
    bytes        bytea not null,
    -- Serves the reading of the file, piece by piece
    primary key (workspace_id, import_id, nr),
    foreign key (workspace_id, import_id) references contact_import on delete cascade
);
-- Compression would cost more than it saves on rows that soon go.
alter table contact_import_chunk alter column bytes set storage external;

create table contact_import_problem (
    workspace_id text    not null,
    import_id    uuid    not null,
    -- From 1, in the order in which they were found.
    nr           bigint  not null,
    line         bigint  not null,
    field        text    not null,
    message      text    not null,
    -- Whether the whole record was left out, or only the field.
    rejected     boolean not null,
    -- Serves GET /v1/contact-imports/{id}/problems
    primary key (workspace_id, import_id, nr),
    foreign key (workspace_id, import_id) references contact_import on delete cascade
);

-- Introducers who come later in the file than those whom they introduced.
create table contact_import_link (
    workspace_id text   not null,
    import_id    uuid   not null,
    line         bigint not null,
    contact_id   uuid   not null,
    introducer   text   not null,
    -- Serves the second pass of an import
    primary key (workspace_id, import_id, line, contact_id),
    foreign key (workspace_id, import_id) references contact_import on delete cascade
);

-- Where contacts came from: what a file called them, or what their record looked like.
create table contact_source (
    workspace_id text   not null,
    -- uid:… or record:…
    ref          text   not null,
    contact_id   uuid   not null,
    -- The import that last had it, and what its records looked like there.
    import_id    uuid   not null,
    hashes       text[] not null,
    -- Serves the recognition of records that were imported before
    primary key (workspace_id, ref),
    foreign key (workspace_id, contact_id) references contact on delete cascade
);

-- Serves the question whether an import had a contact already, and the erasure of contacts
create index contact_source_by_contact on contact_source (workspace_id, contact_id);

-- What a dry run would have written.
create table contact_import_draft (
    workspace_id text   not null,
    import_id    uuid   not null,
    contact_id   uuid   not null,
    details      jsonb  not null,
    version      bigint not null,
    keys         text[] not null,
    -- Serves the look-up by id
    primary key (workspace_id, import_id, contact_id),
    foreign key (workspace_id, import_id) references contact_import on delete cascade
);

-- Serves the look-up by address and name; each key has the workspace in front.
create index contact_import_draft_by_key on contact_import_draft using gin (keys);

create table contact_import_draft_source (
    workspace_id text   not null,
    import_id    uuid   not null,
    ref          text   not null,
    contact_id   uuid   not null,
    hashes       text[] not null,
    -- Serves the recognition of records that the same dry run had before
    primary key (workspace_id, import_id, ref),
    foreign key (workspace_id, import_id) references contact_import on delete cascade
);

-- Serves the question whether a dry run had a contact already
create index contact_import_draft_source_by_contact on contact_import_draft_source (workspace_id, import_id, contact_id);
