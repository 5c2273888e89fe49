-- What was seen about contacts: facts, each stored once for every source that told of it.
create table signal (
    workspace_id      text        not null,
    id                uuid        not null,
    contact_id        uuid,
    owner             text,
    wanted_contact_id uuid,
    address           text,
    kind              text        not null check (kind in ('post', 'job_change', 'promotion', 'degree', 'new_picture',
                                      'birthday', 'anniversary', 'milestone')),
    title             text        not null,
    link              text,
    topics            text[]      not null,
    published_at      timestamptz,
    organization      text,
    position          text,
    seen_at           timestamptz not null,
    -- When it was published or, where that is unknown, seen: the order of every list.
    at                timestamptz not null,
    source            text,
    external_id       text,
    -- The digest of what the source told last: the same again changes nothing, even what a member corrected meanwhile.
    sent              uuid        not null,
    retracted_at      timestamptz,
    -- Only signals of the same bucket can be one: those of a kind or, for posts, those with the same link.
    bucket            text        not null,
    -- The signal that stands for this one, which other words told of before.
    same_as           uuid,
    revision          bigint      not null default 1 check (revision > 0),
    -- Under which contact, and at which revision, rapport.signals has it; null and the last one when it was taken back.
    told_contact_id   uuid,
    told_revision     bigint      not null default 0,
    primary key (workspace_id, id),
    -- Serves partners that cannot keep idempotency keys: the same source and external id is the same signal.
    constraint signal_external_key unique (workspace_id, source, external_id),
    check ((wanted_contact_id is null) <> (address is null)),
    check ((contact_id is null) = (owner is null)),
    check ((source is null) = (external_id is null)),
    check (same_as is null or (contact_id is not null and retracted_at is null and same_as <> id))
);
-- Serve GET /v1/signals (read backwards): of a contact, which the timeline reads too, of an owner, of a kind and all. That of
-- a contact has those that another stands for as well: it serves merges and the erasure of the contact besides.
create index signal_of_contact on signal (workspace_id, contact_id, at, id)
    where contact_id is not null and retracted_at is null;
create index signal_of_owner on signal (workspace_id, owner, at, id)
    where owner is not null and retracted_at is null and same_as is null;
create index signal_of_kind on signal (workspace_id, kind, at, id) where retracted_at is null and same_as is null;
create index signal_newest on signal (workspace_id, at, id) where retracted_at is null and same_as is null;
-- Serves the search for signals that may be one.
create index signal_in_bucket on signal (workspace_id, bucket, contact_id)
    where contact_id is not null and retracted_at is null;
-- Serves the sources of a signal.
create index signal_same_as on signal (workspace_id, same_as) where same_as is not null;
-- Serve the attachment of signals that waited for the contact they named.
create index signal_waiting_for_contact on signal (workspace_id, wanted_contact_id)
    where contact_id is null and retracted_at is null and wanted_contact_id is not null;
create index signal_waiting_for_address on signal (workspace_id, address)
    where contact_id is null and retracted_at is null and address is not null;
-- Serves the sweep for signals that waited in vain because the contact arrived in the very moment they were recorded.
create index signal_waiting_since on signal (workspace_id, seen_at) where contact_id is null and retracted_at is null;
-- Serve the erasure of a contact's signals that were retracted.
create index signal_retracted_of_contact on signal (workspace_id, (coalesce(contact_id, wanted_contact_id)))
    where retracted_at is not null;
create index signal_retracted_of_address on signal (workspace_id, address)
    where retracted_at is not null and contact_id is null and address is not null;
