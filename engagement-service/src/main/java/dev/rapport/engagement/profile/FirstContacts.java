package dev.rapport.engagement.profile;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The contacts that rank first at an instant. */
final class FirstContacts {

    private static final Instant LANDMARK = Instant.parse("2020-01-01T00:00:00Z");

    private static final String KNOWN = """
            join directory_contact d on d.workspace_id = t.workspace_id and d.contact_id = t.contact_id
                and d.deleted_at is null
            """;

    private static final String UNIFORM = """
            select t.workspace_id, t.contact_id, t.owner, t.rank_key, d.display_name
            from (values (?::text, ?::int, ?::int)) as k (workspace_id, generation, rows)
            cross join lateral (
                select * from tie t
                where t.workspace_id = k.workspace_id and t.generation = k.generation and t.rank_key is not null
                order by t.rank_key desc, t.contact_id desc
                limit k.rows) t
            """ + KNOWN;

    /** The owners by steps from one to the next along the index, then each one's first. */
    private static final String BY_OWNER = """
            with recursive k as (
                select * from (values (?::text, ?::int, ?::int)) as k (workspace_id, generation, rows)
            ), owners as (
                select (select t.owner from tie t
                    where t.workspace_id = k.workspace_id and t.generation = k.generation and t.rank_key is not null
                    order by t.owner limit 1) as owner from k
                union all
                select (select t.owner from tie t
                    where t.workspace_id = k.workspace_id and t.generation = k.generation and t.rank_key is not null
                      and t.owner > o.owner
                    order by t.owner limit 1)
                from owners o cross join k where o.owner is not null
            )
            select t.workspace_id, t.contact_id, t.owner, t.rank_key, d.display_name
            from owners o cross join k
            cross join lateral (
                select * from tie t
                where t.workspace_id = k.workspace_id and t.generation = k.generation and t.owner = o.owner
                  and t.rank_key is not null
                order by t.rank_key desc, t.contact_id desc
                limit k.rows) t
            """ + KNOWN;

    private FirstContacts() {}

    /**
     * A contact in the ranking.
     *
     * @param log2 of its strength
     */
    record Ranked(ContactKey contact, String owner, String displayName, double log2) {
        static Ranked read(ResultSet row, WorkspaceScoring scoring, Instant now) throws SQLException {
            var owner = row.getString("owner");
            return new Ranked(
                    ContactKey.read(row),
                    owner,
                    row.getString("display_name"),
                    row.getDouble("rank_key")
                            - halfLives(now, scoring.profileOf(owner).halfLife()));
        }
    }

    /** At most so many, in no order: those of each owner are in one order, but not those of several. */
    static List<Ranked> of(Connection connection, String workspace, WorkspaceScoring scoring, int limit, Instant now)
            throws SQLException {
        var strongest = new PriorityQueue<Ranked>(Comparator.comparingDouble(Ranked::log2));
        try (var select = BulkStatement.prepare(connection, scoring.isUniform() ? UNIFORM : BY_OWNER)) {
            select.value(workspace).value(scoring.generation()).value(limit).query(row -> {
                strongest.add(Ranked.read(row, scoring, now));
                return strongest.size() > limit ? strongest.poll() : null;
            });
        }
        return new ArrayList<>(strongest);
    }

    /** How often a strength has halved since the landmark of all rank keys. */
    static double halfLives(Instant at, Duration halfLife) {
        var since = Duration.between(LANDMARK, at);
        return (since.getSeconds() + since.getNano() / 1e9) / (halfLife.getSeconds() + halfLife.getNano() / 1e9);
    }
}
