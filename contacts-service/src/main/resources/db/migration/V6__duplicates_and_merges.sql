-- Two contacts that may be the same person. Follows the contacts within a second.
create table duplicate_pair (
    workspace_id text     not null,
    lo           uuid     not null,
    hi           uuid     not null,
    -- In thousandths.
    confidence   smallint not null check (confidence between 0 and 1000),
    reasons      text[]   not null,
    against      text[]   not null,
    -- Follows duplicate_dismissal, and merges.
    dismissed    boolean  not null default false,
    check (lo < hi),
    -- Serves the renewal of a contact's pairs, together with the next index, and GET /v1/contacts/duplicates?contact=
    primary key (workspace_id, lo, hi)
);

create index duplicate_pair_by_hi on duplicate_pair (workspace_id, hi);

-- Serves GET /v1/contacts/duplicates
create index duplicate_pair_by_confidence on duplicate_pair (workspace_id, dismissed, confidence, lo, hi);

-- What a member has said: these two are not the same. Outlives the pair, and counts for whoever they are merged into.
create table duplicate_dismissal (
    workspace_id text        not null,
    lo           uuid        not null,
    hi           uuid        not null,
    member       text        not null,
    at           timestamptz not null,
    check (lo < hi),
    -- Serves the question whether a pair is dismissed
    primary key (workspace_id, lo, hi)
);

-- Serves the forgetting of erased contacts, together with the primary key
create index duplicate_dismissal_by_hi on duplicate_dismissal (workspace_id, hi);

-- How far the pairs of a workspace have followed its contact_change. Its lock makes one instance at a time follow.
create table duplicate_position (
    workspace_id text   not null primary key,
    xid          xid8   not null default '0',
    seq          bigint not null default 0
);

-- A merge of contacts into one, and all that it takes to undo it.
create table contact_merge (
    workspace_id text        not null,
    id           uuid        not null,
    survivor     uuid        not null,
    -- The survivor's version that the merge made: the order of merges into the same contact.
    version      bigint      not null,
    member       text        not null,
    merged_at    timestamptz not null,
    -- {"title": "<contact id>"}
    choose       jsonb       not null,
    -- The survivor's details before and after. Empty once the merge cannot be undone any more.
    before       jsonb,
    after        jsonb,
    undone_at    timestamptz,
    undone_by    text,
    -- Serves GET /v1/merges, newest first, and GET /v1/merges/{id}
    primary key (workspace_id, id)
);

-- Serves undo (the later merges into the same survivor), and GET /v1/merges?contact=
create index contact_merge_by_survivor on contact_merge (workspace_id, survivor, version);

-- Serves the expiry of what undo needs
create index contact_merge_by_age on contact_merge (merged_at) where before is not null;

create table merged_contact (
    workspace_id text not null,
    merge_id     uuid not null,
    place        int  not null,
    contact_id   uuid not null,
    -- As they were when it was merged. Empty once the merge cannot be undone any more.
    details      jsonb,
    primary key (workspace_id, merge_id, place)
);

-- Serves GET /v1/merges?contact=, and the question by which merge a contact went
create index merged_contact_by_contact on merged_contact (workspace_id, contact_id);
