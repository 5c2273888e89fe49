-- What a workspace means by a strong tie: its profiles, of which one is active. A workspace without an active one is at
-- version 0, the default. A definition never changes once ties are folded under it.
create table scoring_profile (
    workspace_id text        not null,
    version      int         not null check (version > 0),
    definition   jsonb       not null,
    -- The rhythm of each owner from which an adaptive profile chose: what explains it.
    rhythms      jsonb,
    state        text        not null check (state in ('building', 'active', 'retired', 'cancelled', 'failed')),
    created_at   timestamptz not null,
    -- The member who asked for it; null when it was chosen anew by itself.
    created_by   text,
    -- When it became active.
    applied_at   timestamptz,
    -- When it ceased to be active, or to be built.
    ended_at     timestamptz,
    -- The work that is left: to fold all ties under it; to tell of them; to delete those of other profiles.
    task         text check (task in ('build', 'announce', 'sweep')),
    -- All transactions up to this one must have ended before the task begins: they may not know of this row's state.
    barrier      xid8,
    -- The last contact that is done.
    position     uuid,
    done         bigint      not null default 0,
    total        bigint,
    -- Who works on it, how often it was tried since its last progress, and when somebody may again.
    run          uuid,
    attempts     int         not null default 0,
    lease_until  timestamptz not null default '-infinity',
    primary key (workspace_id, version)
);
-- One version at a time is built.
create unique index scoring_profile_building on scoring_profile (workspace_id) where state = 'building';
-- Serves every request and every batch: the profile in use.
create index scoring_profile_in_use on scoring_profile (workspace_id, version) where state in ('active', 'building');
-- Serves the search for work that is left.
create index scoring_profile_work on scoring_profile (workspace_id, version) where task is not null;

-- One row for each profile under which the contact's interactions are folded: the active one's and, while another is being
-- built or the last one deleted, that one's. The version is the contact's: it rises across all of its rows.
alter table tie
    add column generation int not null default 0,
    -- log2 of the running conversation's forward-decayed sum; of no account some hours after the last interaction, and
    -- therefore not filled in for ties that are older than this column.
    add column hot_key    double precision,
    drop constraint tie_pkey,
    add primary key (workspace_id, contact_id, generation);
drop index tie_ranking;
drop index tie_ranking_of_owner;
-- Serve GET /v1/relevance, of all members and of one (read backwards): the order by key is the ranking at every instant.
create index tie_ranking on tie (workspace_id, generation, rank_key, contact_id) where rank_key is not null;
create index tie_ranking_of_owner on tie (workspace_id, generation, owner, rank_key, contact_id)
    where rank_key is not null;
-- Serve its order=now, of all members and of one (read backwards): the running conversations.
create index tie_running on tie (workspace_id, generation, hot_key, contact_id) where hot_key is not null;
create index tie_running_of_owner on tie (workspace_id, generation, owner, hot_key, contact_id)
    where hot_key is not null;
