-- A row is what the highest revision says of one signal and one contact, and of equal revisions the retraction: so the order
-- of arrival leaves no trace. A signal that moved is two rows, of which one is retracted.
create table signal (
    workspace_id text        not null,
    signal_id    uuid        not null,
    contact_id   uuid        not null,
    kind         text        not null,
    -- Unknown, as is when it happened, where only the retraction was heard.
    title        text,
    happened_at  timestamptz not null,
    seen_at      timestamptz not null,
    revision     bigint      not null,
    retracted    boolean     not null,
    primary key (workspace_id, signal_id, contact_id)
);
-- Planning: the newest signals of a contact that call for congratulations.
create index signal_of_contact on signal (workspace_id, contact_id, happened_at desc, signal_id desc) where not retracted;
-- Serves the erasure of a contact's retracted signals.
create index signal_retracted_of_contact on signal (workspace_id, contact_id) where retracted;
-- The same for touches: which of them were the owner's own, newest first.
create index touch_reaching_out on touch (workspace_id, contact_id, occurred_at desc, interaction_id desc)
    where not retracted and direction <> 'INBOUND' and kind not in ('pitch', 'note');
