-- A contact becomes one document and what is derived from it to find it by: fields come and go without a new column, and
-- history, merges and undo handle all of them alike.

drop index contact_by_owner;
drop index contact_by_relationship;
drop index contact_by_update;
drop index contact_by_interest;
drop index contact_by_text;

alter table contact
    add column details jsonb,
    -- Its latest change of organization or title.
    add column career jsonb,
    -- The contact that stands for this one since a merge; deleted_at is set then too.
    add column merged_into uuid,
    -- What the columns below were derived by. Contacts of an older version are derived anew at start.
    add column derived_version int not null default 0,
    -- Folded; what lists are sorted by.
    add column name_key text collate "C" not null default '',
    add column organization_key text collate "C" not null default '',
    -- Exact values, each with its workspace in front: addresses, interests, circles, custom fields, and so on.
    add column keys text[] not null default '{}',
    -- Words, each with its workspace in front.
    add column words tsvector not null default '';

update contact
set details = jsonb_strip_nulls(jsonb_build_object(
    'displayName', display_name,
    'givenName', given_name,
    'familyName', family_name,
    'emails', to_jsonb(emails),
    'phones', to_jsonb(phones),
    'handles', to_jsonb(handles),
    'organization', organization,
    'title', title,
    'relationship', lower(relationship),
    'interests', to_jsonb(interests),
    'owner', owner,
    'notes', notes,
    'timeZone', time_zone,
    'cadence', case when cadence_ideal is not null then jsonb_build_object(
        'ideal', cadence_ideal,
        'longest', cadence_longest,
        'counting', to_jsonb(array(select lower(kind) from unnest(cadence_counting) as kind))) end));

alter table contact
    alter column details set not null,
    drop column search,
    drop column owner,
    drop column display_name,
    drop column given_name,
    drop column family_name,
    drop column emails,
    drop column phones,
    drop column handles,
    drop column organization,
    drop column title,
    drop column relationship,
    drop column interests,
    drop column cadence_ideal,
    drop column cadence_longest,
    drop column cadence_counting,
    drop column notes,
    drop column time_zone;

alter table contact
    add column owner text not null generated always as (details ->> 'owner') stored,
    add column relationship text not null generated always as (details ->> 'relationship') stored;

drop function contact_matches(text, text);
drop function contact_interested(text[], text);
drop function contact_search(text, text, text, text[]);
drop function contact_pattern(text);
drop function contact_fold(text);
drop extension unaccent;

-- The primary key (workspace_id, id) serves GET /v1/contacts/{id}, and the lists sort=created and sort=-created.

-- Serves GET /v1/contacts?owner=
create index contact_by_owner on contact (workspace_id, owner, id) where deleted_at is null;

-- Serves GET /v1/contacts?relationship=
create index contact_by_relationship on contact (workspace_id, relationship, id) where deleted_at is null;

-- Serves GET /v1/contacts?updatedSince=, and the lists sort=updated and sort=-updated
create index contact_by_update on contact (workspace_id, updated_at, id) where deleted_at is null;

-- Serves the lists sort=name and sort=-name
create index contact_by_name on contact (workspace_id, name_key, id) where deleted_at is null;

-- Serves the lists sort=organization and sort=-organization
create index contact_by_organization on contact (workspace_id, organization_key, id) where deleted_at is null;

-- Serves GET /v1/contacts?interest=, circle=, organization=, introducedBy=, customField=, and every look-up by address
create index contact_by_key on contact using gin (keys) where deleted_at is null;

-- Serves GET /v1/contacts?q=
create index contact_by_word on contact using gin (words) where deleted_at is null;

-- Serves GET /v1/contacts?state=deleted, and the emptying of the bin
create index contact_in_bin on contact (workspace_id, id) where deleted_at is not null and merged_into is null;

-- Serves the resolution of merged contacts
create index contact_by_survivor on contact (workspace_id, merged_into) where merged_into is not null;

-- Serves the renewal of derived columns at start
create index contact_by_derivation on contact (derived_version);

-- The words that contacts are called by: where a misspelt one is looked up.
create table contact_word (
    workspace_id text not null,
    word         text not null,
    primary key (workspace_id, word)
);

-- Serves the search for words like a misspelt one.
create index contact_word_by_likeness on contact_word using gin (workspace_id, word gin_trgm_ops);

-- Every change of every contact: its history, and the feed of changes.
create table contact_change (
    workspace_id text        not null,
    -- The transaction that made it. Positions of the feed are (xid, seq) below the oldest transaction still under way: so
    -- no change that commits late is ever passed by.
    xid          xid8        not null default pg_current_xact_id(),
    seq          bigint      not null generated always as identity,
    contact_id   uuid        not null,
    version      bigint      not null,
    kind         text        not null
        check (kind in ('added', 'changed', 'deleted', 'restored', 'merged', 'unmerged', 'erased')),
    at           timestamptz not null,
    member       text        not null,
    cause        text        not null,
    cause_id     uuid,
    -- What became of each changed field: {"title": {"from": "Engineer", "to": "CTO"}}
    fields       jsonb,
    -- Serves GET /v1/contacts/changes
    primary key (workspace_id, xid, seq)
);

-- Serves GET /v1/contacts/{id}/history
create index contact_change_by_contact on contact_change (workspace_id, contact_id, version);
