-- What engagement-service knows of contacts: fed by rapport.contacts alone, and only what it needs to match and to rank.
create table directory_contact (
    workspace_id text        not null,
    contact_id   uuid        not null,
    version      bigint      not null,
    owner        text,
    display_name text,
    deleted_at   timestamptz,
    primary key (workspace_id, contact_id),
    -- A deleted contact is kept as a version number, so that an older snapshot cannot bring it back; nothing else is kept.
    check ((deleted_at is null) = (owner is not null))
);

-- The normalised addresses of contacts that are not deleted. Several contacts may share one: the oldest contact has it,
-- which with time-ordered ids is the smallest. The key serves that choice while an interaction is recorded.
create table directory_address (
    workspace_id text not null,
    address      text not null,
    contact_id   uuid not null,
    primary key (workspace_id, address, contact_id)
);
-- Serves the replacement of a contact's addresses by its next snapshot.
create index directory_address_of_contact on directory_address (workspace_id, contact_id);
