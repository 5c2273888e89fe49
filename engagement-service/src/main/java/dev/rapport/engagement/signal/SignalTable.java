package dev.rapport.engagement.signal;

import dev.rapport.engagement.bulk.BulkStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The stored signals of any workspaces. The "offset 0" of its statements makes each key an index lookup of its own. */
final class SignalTable {

    /** Which contact a signal belongs to: the one with its id or, of those with its address, the oldest. */
    private static final String MATCH = """
            left join directory_contact d on d.workspace_id = i.workspace_id
                and d.contact_id = coalesce(i.wanted_contact_id, (
                    select a.contact_id from directory_address a
                    where a.workspace_id = i.workspace_id and a.address = i.address and not a.former
                    order by a.contact_id limit 1))
            left join directory_contact s on s.workspace_id = d.workspace_id and s.contact_id = d.survivor_id
            """;

    /** In the order of the unique key, so that two batches with the same external ids cannot wait for each other in a circle. */
    private static final String ADD = """
            with incoming as (
                select * from unnest(?::text[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[], %s) with ordinality
                    as i (workspace_id, id, seen_at, source, external_id, %s, place)
            )
            insert into signal (workspace_id, id, seen_at, source, external_id, wanted_contact_id, address, kind, title, link,
                topics, published_at, organization, position, at, sent, bucket, contact_id, owner)
            select i.workspace_id, i.id, i.seen_at, i.source, i.external_id, i.wanted_contact_id, i.address, i.kind, i.title,
                i.link, i.topics::text[], i.published_at, i.organization, i.position, i.at, i.sent, i.bucket,
                case when coalesce(d.owner, s.owner) is not null then d.contact_id end, coalesce(d.owner, s.owner)
            from incoming i
            %s
            order by i.workspace_id, i.source, i.external_id, i.place
            on conflict (workspace_id, source, external_id) do nothing
            returning *""".formatted(SignalRow.CONTENT_ARRAYS, SignalRow.CONTENT, MATCH);

    private static final String CHANGE = """
            update signal t set revision = n.revision, retracted_at = n.retracted_at, same_as = n.same_as,
                wanted_contact_id = n.wanted_contact_id, address = n.address, kind = n.kind, title = n.title, link = n.link,
                topics = n.topics::text[], published_at = n.published_at, organization = n.organization,
                position = n.position, at = n.at, sent = n.sent, bucket = n.bucket
            from unnest(?::text[], ?::uuid[], ?::bigint[], ?::timestamptz[], ?::uuid[], %s)
                as n (workspace_id, id, revision, retracted_at, same_as, %s)
            where t.workspace_id = n.workspace_id and t.id = n.id""".formatted(SignalRow.CONTENT_ARRAYS, SignalRow.CONTENT);

    private static final String MATCH_ANEW = """
            update signal t set contact_id = m.contact_id, owner = m.owner, same_as = null
            from (
                select i.workspace_id, i.id, coalesce(d.owner, s.owner) as owner,
                    case when coalesce(d.owner, s.owner) is not null then d.contact_id end as contact_id
                from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[]) as i (workspace_id, id, wanted_contact_id, address)
                %s) m
            where t.workspace_id = m.workspace_id and t.id = m.id and t.contact_id is distinct from m.contact_id""".formatted(MATCH);

    private static final String BY_ID = """
            select s.* from unnest(?::text[], ?::uuid[]) as k (workspace_id, id)
            cross join lateral (
                select * from signal s where s.workspace_id = k.workspace_id and s.id = k.id offset 0) s""";

    private static final String LOCK = """
            select from unnest(?::text[], ?::uuid[]) as k (workspace_id, id)
            join signal s using (workspace_id, id)
            order by s.workspace_id, s.id
            for no key update of s""";

    private static final String BY_SOURCE = """
            select s.* from unnest(?::text[], ?::text[], ?::text[]) as k (workspace_id, source, external_id)
            cross join lateral (
                select * from signal s
                where s.workspace_id = k.workspace_id and s.source = k.source and s.external_id = k.external_id
                offset 0) s""";

    private SignalTable() {}

    /** Matches and stores signals; returns those whose source and external id were not there before. */
    static List<Signal> add(Connection transaction, Collection<Signal> signals) throws SQLException {
        if (signals.isEmpty()) {
            return List.of();
        }
        try (var insert = BulkStatement.prepare(transaction, ADD)) {
            insert.column("text", signals, Signal::workspace)
                    .column("uuid", signals, Signal::id)
                    .column("timestamptz", signals, Signal::seenAt)
                    .column("text", signals, Signal::source)
                    .column("text", signals, Signal::externalId);
            return SignalRow.bindContent(insert, signals).query(SignalRow::read);
        }
    }

    /** Locks signals, in a fixed order, for this transaction alone to change; whoever does so holds their groups already. */
    static void lock(Connection transaction, Collection<Signal> signals) throws SQLException {
        try (var lock = BulkStatement.prepare(transaction, LOCK)) {
            lock.column("text", signals, Signal::workspace)
                    .column("uuid", signals, Signal::id)
                    .query(row -> null);
        }
    }

    /** Stores what signals say now, and whether they are retracted. */
    static void change(Connection transaction, Collection<Signal> signals) throws SQLException {
        try (var update = BulkStatement.prepare(transaction, CHANGE)) {
            update.column("text", signals, Signal::workspace)
                    .column("uuid", signals, Signal::id)
                    .column("bigint", signals, Signal::revision)
                    .column("timestamptz", signals, Signal::retractedAt)
                    .column("uuid", signals, Signal::sameAs);
            SignalRow.bindContent(update, signals).execute();
        }
    }

    /** Gives signals to the contacts that they name now, or to nobody. */
    static void matchAnew(Connection transaction, Collection<Signal> signals) throws SQLException {
        if (signals.isEmpty()) {
            return;
        }
        try (var update = BulkStatement.prepare(transaction, MATCH_ANEW)) {
            update.column("text", signals, Signal::workspace)
                    .column("uuid", signals, Signal::id)
                    .column("uuid", signals, Signal::wantedContactId)
                    .column("text", signals, Signal::address)
                    .execute();
        }
    }

    static List<Signal> byId(Connection transaction, Collection<Signal> signals) throws SQLException {
        try (var select = BulkStatement.prepare(transaction, BY_ID)) {
            return select.column("text", signals, Signal::workspace)
                    .column("uuid", signals, Signal::id)
                    .query(SignalRow::read);
        }
    }

    /** Those with the source and external id of these. */
    static List<Signal> bySource(Connection transaction, Collection<Signal> signals) throws SQLException {
        try (var select = BulkStatement.prepare(transaction, BY_SOURCE)) {
            return select.column("text", signals, Signal::workspace)
                    .column("text", signals, Signal::source)
                    .column("text", signals, Signal::externalId)
                    .query(SignalRow::read);
        }
    }
}
