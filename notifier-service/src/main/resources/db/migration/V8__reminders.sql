-- Follow-ups and birthdays: at most one of each is open for a contact, as of the other planned kinds.
drop index reminder_open;
create unique index reminder_open on reminder (workspace_id, contact_id, kind)
    where state in ('scheduled', 'due', 'snoozed')
        and kind in ('keep_in_touch', 'drifting', 'reply_owed', 'follow_up', 'birthday');
-- Each as its date and, after a space, what is remembered: "2010-06-05 wedding".
alter table contact add column anniversaries text[] not null default '{}';

-- What passes by, over all workspaces: the clock plans anew where a birthday or an anniversary is over, or the next of a
-- series has come.
create index reminder_passing on reminder (latest_at)
    where kind in ('birthday', 'manual', 'congratulate') and state in ('scheduled', 'due', 'snoozed');

-- What a member wants to be reminded of again and again. Its occurrences are reminders, one of them open at a time.
create table reminder_series (
    workspace_id text        not null,
    id           uuid        not null,
    contact_id   uuid        not null,
    text         text        not null,
    note         text,
    -- In whatever zone the contact's owner is in at the time.
    starts_at    timestamp   not null,
    rrule        text        not null,
    -- The local date of the newest occurrence: the next one comes after it, so that none comes twice.
    last_date    date        not null,
    ended_at     timestamptz,
    created_at   timestamptz not null,
    primary key (workspace_id, id)
);
-- Planning, and the erasure of a contact.
create index reminder_series_of_contact on reminder_series (workspace_id, contact_id);

alter table reminder
    add column note            text,
    add column series_id       uuid,
    add column occurrence_date date,
    -- The local time that the member chose; a reminder that is set to an instant has none.
    add column local_at        timestamp;
-- At most one open occurrence of a series; planning and the cancelling of a series find it.
create unique index reminder_open_of_series on reminder (workspace_id, series_id)
    where series_id is not null and state in ('scheduled', 'due', 'snoozed');
