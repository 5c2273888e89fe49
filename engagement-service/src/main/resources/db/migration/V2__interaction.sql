-- Facts: what passed between a contact and its owner. A row is written once; it can be attached to a contact that became
-- known later, and retracted.
create table interaction (
    workspace_id      text        not null,
    id                uuid        not null,
    contact_id        uuid,
    owner             text,
    wanted_contact_id uuid,
    address           text,
    kind              text        not null check (kind in ('message', 'email', 'call', 'meeting', 'note', 'compliment',
                                      'introduction', 'referral', 'comment', 'reaction', 'pitch', 'other')),
    direction         text        not null check (direction in ('OUTBOUND', 'INBOUND', 'MUTUAL')),
    occurred_at       timestamptz not null,
    recorded_at       timestamptz not null,
    channel           text,
    subject           text,
    excerpt           text,
    source            text,
    external_id       text,
    retracted_at      timestamptz,
    primary key (workspace_id, id),
    -- Serves partners that cannot keep idempotency keys: the same source and external id is the same interaction.
    constraint interaction_external_key unique (workspace_id, source, external_id),
    check ((wanted_contact_id is null) <> (address is null)),
    check ((contact_id is null) = (owner is null)),
    check ((source is null) = (external_id is null))
);
-- Serves GET /v1/interactions?contact= (read backwards), the refolding of a tie and its explanation.
create index interaction_of_contact on interaction (workspace_id, contact_id, occurred_at, id)
    where contact_id is not null and retracted_at is null;
-- Serve the attachment of interactions that waited for the contact they named.
create index interaction_waiting_for_contact on interaction (workspace_id, wanted_contact_id)
    where contact_id is null and retracted_at is null and wanted_contact_id is not null;
create index interaction_waiting_for_address on interaction (workspace_id, address)
    where contact_id is null and retracted_at is null and address is not null;
-- Serves the sweep for interactions that waited in vain because the contact arrived in the very moment they were recorded.
create index interaction_waiting_since on interaction (workspace_id, recorded_at)
    where contact_id is null and retracted_at is null;
