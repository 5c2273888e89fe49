-- What the ranking, the network's figures and signals need to know of a contact. All of it is unknown once a contact is gone.
alter table directory_contact
    add column organization     text,
    add column title            text,
    add column relationship     text,
    add column circles          uuid[],
    add column introduced_by    uuid,
    -- ISO-8601 periods, and the kinds of interaction that count (none named: any).
    add column cadence_ideal    text,
    add column cadence_longest  text,
    add column cadence_counting text[],
    -- When the contact was added, which is when the owner began to collect it.
    add column added_at         timestamptz,
    add constraint directory_gone_is_unknown check (deleted_at is null or (organization is null and title is null
        and relationship is null and circles is null and introduced_by is null and cadence_ideal is null
        and cadence_longest is null and cadence_counting is null and added_at is null));
