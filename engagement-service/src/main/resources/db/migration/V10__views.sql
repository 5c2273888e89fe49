-- What people read of relevance: orders of ties other than by key, replies owed, introductions, and the network day by day.

-- Serve GET /v1/relevance?order=longestSilent, of all members and of one.
create index tie_silence on tie (workspace_id, generation, last_at, contact_id) where rank_key is not null;
create index tie_silence_of_owner on tie (workspace_id, generation, owner, last_at, contact_id) where rank_key is not null;

-- Serve GET /v1/replies-owed?side=mine, of all members and of one: a tie is in at most one side's indexes.
create index tie_waiting_for_owner on tie (workspace_id, generation, last_inbound_at, contact_id)
    where rank_key is not null and last_inbound_at > coalesce(last_outbound_at, '-infinity');
create index tie_waiting_for_owner_of_owner on tie (workspace_id, generation, owner, last_inbound_at, contact_id)
    where rank_key is not null and last_inbound_at > coalesce(last_outbound_at, '-infinity');
-- And side=theirs.
create index tie_waiting_for_contact on tie (workspace_id, generation, last_outbound_at, contact_id)
    where rank_key is not null and last_outbound_at > coalesce(last_inbound_at, '-infinity');
create index tie_waiting_for_contact_of_owner on tie (workspace_id, generation, owner, last_outbound_at, contact_id)
    where rank_key is not null and last_outbound_at > coalesce(last_inbound_at, '-infinity');

-- Serve the lists of those contacts alone that are in a circle, or of a relationship.
create index directory_circles on directory_contact using gin (circles) where deleted_at is null;
create index directory_relationship on directory_contact (workspace_id, relationship, contact_id)
    where deleted_at is null and relationship is not null;

-- Serves GET /v1/referrals: whom a contact introduced.
create index directory_introduced_by on directory_contact (workspace_id, introduced_by, contact_id)
    where deleted_at is null and introduced_by is not null;
-- Serves its other part: introductions and referrals that were recorded.
create index interaction_introducing on interaction (workspace_id, contact_id, kind, direction)
    where kind in ('introduction', 'referral') and contact_id is not null and retracted_at is null;

-- Serve GET /v1/network: the growth, of all members and of one; and the contacts that have a cadence.
create index directory_growth on directory_contact (workspace_id, added_at) include (owner) where deleted_at is null;
create index directory_cadence on directory_contact (workspace_id, contact_id)
    where deleted_at is null and cadence_longest is not null;

-- The network's figures as they were on past days, of which ties keep no trace: one row a day for each owner, and one,
-- with the owner '', for the whole workspace.
create table network_day (
    workspace_id text   not null,
    owner        text   not null,
    day          date   not null,
    contacts     bigint not null,
    engaged30    bigint not null,
    engaged90    bigint not null,
    close        bigint not null,
    active       bigint not null,
    warm         bigint not null,
    cooling      bigint not null,
    dormant      bigint not null,
    with_cadence bigint not null,
    in_cadence   bigint not null,
    reciprocity  double precision,
    primary key (workspace_id, owner, day)
);
