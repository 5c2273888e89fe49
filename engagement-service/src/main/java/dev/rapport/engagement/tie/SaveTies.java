package dev.rapport.engagement.tie;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.profile.WorkspaceScoring;
import dev.rapport.engagement.scoring.Relevance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

/** Writes ties that the transaction has locked. */
final class SaveTies {

    private static final String COLUMNS = "workspace_id, contact_id, generation, version, owner, rank_key, last_at,"
            + " last_id, outbound, inbound, interactions, last_outbound_at, last_inbound_at, peak_strength, hot_key";

    private static final String VALUES = "unnest(?::text[], ?::uuid[], ?::int[], ?::bigint[], ?::text[], ?::float8[],"
            + " ?::timestamptz[], ?::uuid[], ?::float8[], ?::float8[], ?::bigint[], ?::timestamptz[], ?::timestamptz[],"
            + " ?::float8[], ?::float8[]) as n (" + COLUMNS + ")";

    private static final String ASSIGNED = """
            set version = n.version, owner = n.owner, rank_key = n.rank_key, last_at = n.last_at,
                last_id = n.last_id, outbound = n.outbound, inbound = n.inbound, interactions = n.interactions,
                last_outbound_at = n.last_outbound_at, last_inbound_at = n.last_inbound_at,
                peak_strength = n.peak_strength, hot_key = n.hot_key""";

    private static final String CHANGE = "update tie t " + ASSIGNED + " from " + VALUES
            + " where t.workspace_id = n.workspace_id and t.contact_id = n.contact_id and t.generation = n.generation";

    private static final String PUT = "insert into tie (" + COLUMNS + ") select * from " + VALUES
            + " order by 1, 2 on conflict (workspace_id, contact_id, generation) do update "
            + ASSIGNED.replace("n.", "excluded.");

    private SaveTies() {}

    /** Stores ties under the profile that ranks. */
    static void change(
            Connection transaction, Collection<StoredTie> ties, Function<StoredTie, WorkspaceScoring> scoring)
            throws SQLException {
        run(transaction, CHANGE, ties, scoring);
    }

    /** Stores ties under the profile that is being built, whether or not they were there already. */
    static void put(Connection transaction, Collection<StoredTie> ties, Function<StoredTie, WorkspaceScoring> scoring)
            throws SQLException {
        run(transaction, PUT, ties, scoring);
    }

    private static void run(
            Connection transaction,
            String sql,
            Collection<StoredTie> ties,
            Function<StoredTie, WorkspaceScoring> scoring)
            throws SQLException {
        if (ties.isEmpty()) {
            return;
        }
        try (var statement = BulkStatement.prepare(transaction, sql)) {
            statement
                    .column("text", ties, it -> it.key().workspace())
                    .column("uuid", ties, it -> it.key().contactId())
                    .column("int", ties, StoredTie::generation)
                    .column("bigint", ties, StoredTie::version)
                    .column("text", ties, StoredTie::owner)
                    .column("float8", ties, it -> rankKey(it, scoring.apply(it)))
                    .column("timestamptz", ties, it -> it.tie().last())
                    .column("uuid", ties, it -> it.tie().lastId())
                    .column("float8", ties, it -> it.tie().outbound().log2())
                    .column("float8", ties, it -> it.tie().inbound().log2())
                    .column("bigint", ties, it -> it.tie().interactions())
                    .column("timestamptz", ties, it -> it.tie().lastOutboundAt())
                    .column("timestamptz", ties, it -> it.tie().lastInboundAt())
                    .column("float8", ties, it -> it.tie().peakStrength())
                    .column("float8", ties, SaveTies::hotKey)
                    .execute();
        }
    }

    private static Double rankKey(StoredTie it, WorkspaceScoring scoring) {
        return it.tie().isEmpty()
                ? null
                : Double.valueOf(new Relevance(it.tie(), scoring.profileOf(it.owner())).rankKey());
    }

    private static Double hotKey(StoredTie it) {
        return it.tie().isEmpty() ? null : Double.valueOf(it.hotKey().log2());
    }
}
