package dev.rapport.contacts.contact;

/** The one statement that writes contacts. */
final class WriteSql {

    /**
     * Answers how many contacts were written: fewer than asked for when one has moved on. A new contact has version 1; any
     * other replaces the version before it.
     *
     * <p>A change stands in the feed at its transaction, yet never before the contact's change before it: a transaction may
     * be older than the one whose row lock it has waited for.
     */
    static final String WRITE = """
            with input as materialized (
                select * from jsonb_to_recordset(:rows::jsonb) as r (
                    id uuid, details jsonb, career jsonb, version bigint, "createdAt" timestamptz, "updatedAt" timestamptz,
                    "deletedAt" timestamptz, "mergedInto" uuid, "nameKey" text, "organizationKey" text, keys text[],
                    words text[])
            ), added as (
                insert into contact (workspace_id, id, details, career, version, created_at, updated_at, deleted_at,
                    merged_into, derived_version, name_key, organization_key, keys, words, fed_at)
                select :workspace, id, details, career, version, "createdAt", "updatedAt", "deletedAt", "mergedInto",
                    :derivedVersion, coalesce("nameKey", ''), coalesce("organizationKey", ''), coalesce(keys, '{}'),
                    array_to_tsvector(coalesce(words, '{}')), pg_current_xact_id()
                from input where version = 1
                returning id, fed_at
            ), changed as (
                update contact c
                set details = i.details, career = i.career, version = i.version, updated_at = i."updatedAt",
                    deleted_at = i."deletedAt", merged_into = i."mergedInto", derived_version = :derivedVersion,
                    name_key = coalesce(i."nameKey", ''), organization_key = coalesce(i."organizationKey", ''),
                    keys = coalesce(i.keys, '{}'), words = array_to_tsvector(coalesce(i.words, '{}')),
                    fed_at = greatest(c.fed_at, pg_current_xact_id())
                from input i
                where c.workspace_id = :workspace and c.id = i.id and c.version = i.version - 1
                returning c.id, c.fed_at
            ), erased as (
                delete from contact c where c.workspace_id = :workspace and c.id = any(:gone::uuid[])
                returning c.id, greatest(c.fed_at, pg_current_xact_id()) as fed_at
            ), written as materialized (
                select * from added union all select * from changed union all select * from erased
            ), known as (
                insert into contact_word (workspace_id, word)
                select :workspace, said.word from unnest(:words::text[]) as said (word)
                where not exists (
                    select from contact_word k where k.workspace_id = :workspace and k.word = said.word)
                order by said.word
                on conflict do nothing
            ), logged as (
                insert into contact_change
                    (workspace_id, xid, contact_id, version, kind, at, member, cause, cause_id, fields)
                select :workspace, fed_at, "contactId", version, kind, :at, :member, :cause, :causeId::uuid, fields
                from jsonb_to_recordset(:changes::jsonb)
                    as r ("contactId" uuid, version bigint, kind text, fields jsonb)
                join written on id = "contactId"
            ), told as (
                insert into outbox (workspace_id, topic, events) values (:workspace, :topic, :events::jsonb)
            )
            select count(*) from written""";

    private WriteSql() {}
}
