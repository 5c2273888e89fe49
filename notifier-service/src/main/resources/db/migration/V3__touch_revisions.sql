-- An interaction can be corrected, taken back, restored and moved to another contact. A row is what the highest revision says
-- of one interaction and one contact, and of equal revisions the retraction: so the order of arrival leaves no trace. An
-- interaction that moved is two rows, of which one is retracted.
alter table touch
    add column revision bigint not null default 1,
    drop constraint touch_pkey,
    add primary key (workspace_id, interaction_id, contact_id);
