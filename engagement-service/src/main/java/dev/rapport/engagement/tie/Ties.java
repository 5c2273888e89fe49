package dev.rapport.engagement.tie;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.scoring.Relevance;
import dev.rapport.engagement.scoring.ScoringProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stored ties. */
final class Ties {

    /** Always in the order of the key, so that two transactions cannot wait for each other in a circle. */
    private static final String LOCK = """
            select from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            join tie t using (workspace_id, contact_id)
            order by t.workspace_id, t.contact_id
            for no key update of t""";

    /**
     * Reads what is locked by a statement of its own: the one that waited for the lock began before the other transaction's
     * commit, and a join whose row was changed meanwhile is not to be relied on.
     */
    private static final String READ = """
            select t.* from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            join tie t using (workspace_id, contact_id)""";

    private static final String ADD = """
            insert into tie (workspace_id, contact_id)
            select * from unnest(?::text[], ?::uuid[]) order by 1, 2
            on conflict do nothing""";

    private static final String FORGET = """
            delete from tie t using unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            where t.workspace_id = k.workspace_id and t.contact_id = k.contact_id""";

    private static final String SAVE = """
            update tie t set version = n.version, owner = n.owner, rank_key = n.rank_key, last_at = n.last_at,
                last_id = n.last_id, outbound = n.outbound, inbound = n.inbound, interactions = n.interactions,
                last_outbound_at = n.last_outbound_at, last_inbound_at = n.last_inbound_at,
                peak_strength = n.peak_strength
            from unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::float8[], ?::timestamptz[], ?::uuid[],
                ?::float8[], ?::float8[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::float8[])
                as n (workspace_id, contact_id, version, owner, rank_key, last_at, last_id, outbound, inbound,
                    interactions, last_outbound_at, last_inbound_at, peak_strength)
            where t.workspace_id = n.workspace_id and t.contact_id = n.contact_id""";

    private Ties() {}

    /** All of these ties, for this transaction alone to change; one that was not stored is now, empty. */
    static SortedMap<ContactKey, StoredTie> lock(Connection transaction, Collection<ContactKey> contacts)
            throws SQLException {
        var ties = lockStored(transaction, contacts);
        var missing =
                contacts.stream().filter(contact -> !ties.containsKey(contact)).toList();
        if (!missing.isEmpty()) {
            run(transaction, ADD, missing);
            ties.putAll(lockStored(transaction, missing));
        }
        return ties;
    }

    /** Deletes the ties of contacts that are none, or none any more. */
    static void forget(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        if (!contacts.isEmpty()) {
            run(transaction, FORGET, contacts);
        }
    }

    private static SortedMap<ContactKey, StoredTie> lockStored(Connection transaction, Collection<ContactKey> contacts)
            throws SQLException {
        try (var lock = BulkStatement.prepare(transaction, LOCK)) {
            ContactKey.bind(lock, contacts).query(row -> null);
        }
        var ties = new TreeMap<ContactKey, StoredTie>();
        try (var select = BulkStatement.prepare(transaction, READ)) {
            ContactKey.bind(select, contacts).query(StoredTie::read).forEach(tie -> ties.put(tie.key(), tie));
        }
        return ties;
    }

    /** Stores ties that this transaction has locked. */
    static void save(Connection transaction, Collection<StoredTie> ties, ScoringProfile profile) throws SQLException {
        try (var update = BulkStatement.prepare(transaction, SAVE)) {
            update.column("text", ties, it -> it.key().workspace())
                    .column("uuid", ties, it -> it.key().contactId())
                    .column("bigint", ties, StoredTie::version)
                    .column("text", ties, StoredTie::owner)
                    .column("float8", ties, it -> rankKey(it, profile))
                    .column("timestamptz", ties, it -> it.tie().last())
                    .column("uuid", ties, it -> it.tie().lastId())
                    .column("float8", ties, it -> it.tie().outbound().log2())
                    .column("float8", ties, it -> it.tie().inbound().log2())
                    .column("bigint", ties, it -> it.tie().interactions())
                    .column("timestamptz", ties, it -> it.tie().lastOutboundAt())
                    .column("timestamptz", ties, it -> it.tie().lastInboundAt())
                    .column("float8", ties, it -> it.tie().peakStrength())
                    .execute();
        }
    }

    private static void run(Connection transaction, String sql, Collection<ContactKey> contacts) throws SQLException {
        try (var statement = BulkStatement.prepare(transaction, sql)) {
            ContactKey.bind(statement, contacts).execute();
        }
    }

    private static Double rankKey(StoredTie it, ScoringProfile profile) {
        return it.tie().isEmpty() ? null : Double.valueOf(new Relevance(it.tie(), profile).rankKey());
    }
}
