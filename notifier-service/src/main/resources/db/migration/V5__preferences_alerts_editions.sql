-- What members want, and what is told besides reminders: alerts, editions, notices.
alter table preference
    -- ISO names of the days on which the member looks: on the others nothing but what the member timed is told.
    add column edition_days    text[] not null
        default '{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY}' check (cardinality(edition_days) between 1 and 7),
    -- Local times; both null for no quiet hours.
    add column quiet_from      time,
    add column quiet_to        time,
    add column follow_up_after text   not null default 'P7D',
    add column alert_threshold int    not null default 75 check (alert_threshold between 0 and 100),
    -- Only what the member decided: {"keep_in_touch": ["email"]}; the rest follows the defaults.
    add column channels        jsonb  not null default '{}',
    add column language        text   not null default 'en' check (language in ('en', 'de')),
    add column interests       text[] not null default '{}',
    add column empty_edition   text   not null default 'skip' check (empty_edition in ('skip', 'send')),
    add constraint preference_quiet check ((quiet_from is null) = (quiet_to is null));

alter table contact
    add column given_name   text,
    add column organization text,
    add column title        text,
    add column relationship text,
    add column interests    text[] not null default '{}',
    add column languages    text[] not null default '{}',
    add column birthday     text,
    add column time_zone    text,
    add column priority     int;

alter table signal
    add column link   text,
    add column topics text[] not null default '{}';

alter table notification
    alter column contact_id drop not null,
    alter column reminder_id drop not null,
    add column category    text not null default 'reminder'
        check (category in ('reminder', 'alert', 'edition', 'notice')),
    -- What may be told but once: the signal of an alert, the date of an edition.
    add column cause       text,
    add column archived_at timestamptz,
    add constraint notification_of_reminder check (category <> 'reminder' or (contact_id is not null and reminder_id is not null));
-- Whatever is replayed or restarted, a cause is told once.
create unique index notification_once on notification (workspace_id, member, category, cause) where cause is not null;

-- One row per published edition: the primary key is the promise of at most one per member and local date.
create table edition (
    workspace_id    text        not null,
    member          text        not null,
    local_date      date        not null,
    id              uuid        not null,
    composed_at     timestamptz not null,
    late            boolean     not null,
    item_count      int         not null,
    content         jsonb       not null,
    notification_id uuid,
    primary key (workspace_id, member, local_date)
);
