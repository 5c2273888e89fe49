create table circle (
    workspace_id text        not null,
    id           uuid        not null,
    name         text        not null,
    -- {"ideal": "P30D", "longest": "P45D", "counting": ["call"]}
    cadence      jsonb,
    priority     int         not null check (priority between 0 and 100),
    version      bigint      not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    -- Serves GET /v1/circles/{id}
    primary key (workspace_id, id)
);

-- Serves GET /v1/circles; no two circles of a workspace are called alike.
create unique index circle_by_name on circle (workspace_id, lower(name));

create table custom_field (
    workspace_id text  not null,
    key          text  not null,
    name         text  not null,
    type         text  not null check (type in ('text', 'number', 'boolean', 'date', 'url', 'choice')),
    choices      jsonb not null default '[]',
    -- Serves GET /v1/custom-fields, and the check of every contact that has some
    primary key (workspace_id, key)
);
