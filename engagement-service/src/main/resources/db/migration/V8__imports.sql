-- Files that tell of interactions, on their way in: this table, the chunks and the problems are those of import-jobs.
create table engagement_import (
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
    -- Sound records that say nothing of a tie.
    ignored        bigint      not null default 0,
    rejected       bigint      not null default 0,
    faults         bigint      not null default 0,
    -- Participants of the others: contacts, and those who wait for one.
    matched        bigint      not null default 0,
    unmatched      bigint      not null default 0,
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
    -- Whether there are rows that only the run needs: the file, drafts.
    has_leftovers  boolean     not null default true,
    created_at     timestamptz not null,
    started_at     timestamptz,
    ended_at       timestamptz,
    -- Serves GET /v1/engagement-imports/{id} and the list, newest first
    primary key (workspace_id, id)
);

-- One at a time, so that of two files that tell of the same message, one meets what the other told.
create unique index engagement_import_running on engagement_import (workspace_id) where state = 'running';

-- Serves the workers' search for work, across workspaces: a small index of what is not over.
create index engagement_import_open on engagement_import (workspace_id, id)
    where state in ('uploading', 'waiting', 'running');

-- Serves the workers' search for what an import left behind, across workspaces.
create index engagement_import_leftover on engagement_import (workspace_id, id)
    where has_leftovers and state in ('done', 'cancelled', 'failed');

-- Serves the daily deletion of old imports, across workspaces.
create index engagement_import_expiry on engagement_import using brin (created_at);

-- The file, as long as it is needed.
create table engagement_import_chunk (
    workspace_id text  not null,
    import_id    uuid  not null,
    -- From 0.
    nr           int   not null,
    bytes        bytea not null,
    -- Serves the reading of the file, piece by piece
    primary key (workspace_id, import_id, nr),
    foreign key (workspace_id, import_id) references engagement_import on delete cascade
);
-- Compression would cost more than it saves on rows that soon go.
alter table engagement_import_chunk alter column bytes set storage external;

create table engagement_import_problem (
    workspace_id text    not null,
    import_id    uuid    not null,
    -- From 1, in the order in which they were found.
    nr           bigint  not null,
    line         bigint  not null,
    field        text    not null,
    message      text    not null,
    -- Whether the whole record was left out, or only the field.
    rejected     boolean not null,
    -- Serves GET /v1/engagement-imports/{id}/problems
    primary key (workspace_id, import_id, nr),
    foreign key (workspace_id, import_id) references engagement_import on delete cascade
);

-- Records that were left out on purpose; the first of them.
create table engagement_import_ignored (
    workspace_id text   not null,
    import_id    uuid   not null,
    -- Which record of the file it is, from 1.
    nr           bigint not null,
    line         bigint not null,
    reason       text   not null,
    detail       text,
    -- Serves GET /v1/engagement-imports/{id}/ignored
    primary key (workspace_id, import_id, nr),
    foreign key (workspace_id, import_id) references engagement_import on delete cascade
);

-- How many records were left out on purpose, all of them.
create table engagement_import_reason (
    workspace_id text   not null,
    import_id    uuid   not null,
    reason       text   not null,
    records      bigint not null,
    -- Serves the counts of imports
    primary key (workspace_id, import_id, reason),
    foreign key (workspace_id, import_id) references engagement_import on delete cascade
);

-- What a dry run would have recorded: the digest of what the file told of it last.
create table engagement_import_draft (
    workspace_id text not null,
    import_id    uuid not null,
    source       text not null,
    external_id  text not null,
    told         uuid not null,
    -- Serves the question whether an earlier record of the file was the same
    primary key (workspace_id, import_id, source, external_id),
    foreign key (workspace_id, import_id) references engagement_import on delete cascade
);

-- What members said their own addresses are when they imported, so that they need not say it again.
create table own_address (
    workspace_id text        not null,
    member       text        not null,
    -- What names the member: 'mail' an address, 'linkedin' an address or a name.
    used_for     text        not null check (used_for in ('mail', 'linkedin')),
    addresses    text[]      not null,
    given_at     timestamptz not null,
    -- Serves imports that do not state them
    primary key (workspace_id, member, used_for)
);
