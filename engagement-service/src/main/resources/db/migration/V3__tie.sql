-- The tie to every contact with which something happened: the fold over its interactions in the order of (occurred_at, id).
-- Nothing in it changes with time. outbound and inbound are log2 of forward-decayed sums, -infinity when empty.
create table tie (
    workspace_id     text             not null,
    contact_id       uuid             not null,
    version          bigint           not null default 0,
    owner            text,
    -- Null, as is the owner, while there is nothing to rank: no interaction counts, or the contact is deleted.
    rank_key         double precision,
    last_at          timestamptz,
    last_id          uuid,
    outbound         double precision not null default '-infinity',
    inbound          double precision not null default '-infinity',
    interactions     bigint           not null default 0,
    last_outbound_at timestamptz,
    last_inbound_at  timestamptz,
    peak_strength    double precision not null default 0,
    primary key (workspace_id, contact_id),
    check ((rank_key is null) = (interactions = 0)),
    check ((rank_key is null) = (owner is null))
);
-- Serve GET /v1/relevance, of all members and of one (read backwards): the order by key is the ranking at every instant.
create index tie_ranking on tie (workspace_id, rank_key, contact_id) where rank_key is not null;
create index tie_ranking_of_owner on tie (workspace_id, owner, rank_key, contact_id) where rank_key is not null;
