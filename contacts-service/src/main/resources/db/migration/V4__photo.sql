-- Photos by their content: the same picture is kept once, whoever has it.
create table photo (
    workspace_id text        not null,
    -- In hexadecimal.
    sha256       text        not null,
    media_type   text        not null check (media_type in ('image/jpeg', 'image/png', 'image/gif', 'image/webp')),
    data         bytea       not null check (length(data) between 1 and 2097152),
    -- When it was last handed in. One that no contact refers to is removed a day later.
    kept_at      timestamptz not null,
    -- Serves GET /v1/contacts/{id}/photo, and the sweep of photos that nobody has
    primary key (workspace_id, sha256)
);
-- Pictures are compressed already.
alter table photo alter column data set storage external;

-- Serves the sweep: whether any contact, also in the bin or merged, has a photo.
create index contact_by_photo on contact (workspace_id, (details -> 'photo' ->> 'sha256'))
    where details -> 'photo' ->> 'sha256' is not null;
