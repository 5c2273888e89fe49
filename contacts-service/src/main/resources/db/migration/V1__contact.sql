-- The extensions are trusted: the owner of the database may create them, no superuser is needed.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

-- Text as the search compares it: lower case, without accents. Declared immutable, as an index needs, because the
-- dictionary is named in full and never changes under a running database.
create function contact_fold(value text) returns text
    language sql immutable parallel safe strict
    return lower(public.unaccent('public.unaccent'::regdictionary, value));

-- What a search for this word looks like to LIKE: folded first, then its wildcards taken literally.
create function contact_pattern(word text) returns text
    language sql immutable parallel safe strict
    return '%' || replace(replace(replace(contact_fold(word), '\', '\\'), '%', '\%'), '_', '\_') || '%';

create function contact_search(display_name text, organization text, title text, emails text[]) returns text
    language sql immutable parallel safe
    return contact_fold(concat_ws(E'\n', display_name, organization, title, array_to_string(emails, E'\n')));

-- The two conditions below are plain SQL, so that the planner looks through them and uses the indexes.
create function contact_matches(search text, word text) returns boolean
    language sql immutable parallel safe
    return search like contact_pattern(word);

create function contact_interested(interests text[], interest text) returns boolean
    language sql immutable parallel safe
    return interests @> array[interest];

create table contact (
    workspace_id      text        not null,
    id                uuid        not null,
    owner             text        not null,
    display_name      text        not null,
    given_name        text,
    family_name       text,
    emails            text[]      not null,
    phones            text[]      not null,
    handles           text[]      not null,
    organization      text,
    title             text,
    relationship      text        not null
        check (relationship in ('CLIENT', 'PARTNER', 'PEER', 'PROSPECT', 'MENTOR', 'OTHER')),
    interests         text[]      not null,
    cadence_ideal     text,
    cadence_longest   text,
    cadence_counting  text[],
    notes             text,
    time_zone         text,
    version           bigint      not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    -- Set while the contact is in the bin.
    deleted_at        timestamptz,
    search            text        generated always as
        (contact_search(display_name, organization, title, emails)) stored,
    -- Serves GET /v1/contacts/{id} and the plain list, newest id first.
    primary key (workspace_id, id),
    check (cadence_ideal is null = (cadence_longest is null))
);

-- Serves GET /v1/contacts?owner=
create index contact_by_owner on contact (workspace_id, owner, id) where deleted_at is null;

-- Serves GET /v1/contacts?relationship=
create index contact_by_relationship on contact (workspace_id, relationship, id) where deleted_at is null;

-- Serves GET /v1/contacts?updatedSince=
create index contact_by_update on contact (workspace_id, updated_at) where deleted_at is null;

-- Serves GET /v1/contacts?interest=
create index contact_by_interest on contact using gin (workspace_id, interests) where deleted_at is null;

-- Serves GET /v1/contacts?q=
create index contact_by_text on contact using gin (workspace_id, search gin_trgm_ops) where deleted_at is null;
