-- When each member's next edition is due. A row per known member: an owner of contacts, or one with preferences.
create table edition_schedule (
    workspace_id text        not null,
    member       text        not null,
    next_at      timestamptz not null,
    -- The local date that was dealt with last, by an edition or by the decision that there is none.
    settled_on   date,
    -- Up to when the last edition told what was heard; the next one goes on from there. Null before the first.
    heard_until  timestamptz,
    primary key (workspace_id, member)
);
-- The press's queue over all workspaces: it must cost what is due, not how many members there are.
create index edition_due on edition_schedule (next_at);

-- Members who are known already begin with their next local day. PostgreSQL may not know every zone that Java knows.
insert into edition_schedule (workspace_id, member, next_at)
select known.workspace_id, known.member,
    ((now() at time zone coalesce(z.name, 'UTC'))::date + 1 + coalesce(p.edition_time, time '07:30'))
        at time zone coalesce(z.name, 'UTC')
from (select workspace_id, owner as member from contact where not deleted
      union select workspace_id, member from preference) as known
left join preference p using (workspace_id, member)
left join pg_timezone_names z on z.name = p.time_zone;

alter table edition
    -- Whom it mentions, and whose reminders, signals and interactions it tells.
    add column contact_ids uuid[] not null default '{}';
-- The erasure of a contact: which editions mention it. Contact ids are unique in all workspaces.
create index edition_mentioning on edition using gin (contact_ids);
-- The mail of an edition.
create index edition_of_notification on edition (workspace_id, notification_id);

alter table signal
    -- When it was first heard of here; being told again changes nothing. What was heard before this column was, is no news.
    add column heard_at timestamptz not null default '-infinity';
-- The news of an edition: what a workspace heard since the last one.
create index signal_heard on signal (workspace_id, heard_at) where not retracted;
-- The noise of an edition: what came in since the last one. Not by the time of arrival here: a line of noise may be missed.
create index touch_coming_in on touch (workspace_id, recorded_at) where not retracted and direction = 'INBOUND';
