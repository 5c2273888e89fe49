package dev.rapport.engagement.relevance;

import dev.rapport.engagement.Workspace;
import dev.rapport.engagement.scoring.DecayedSum;
import dev.rapport.engagement.scoring.Relevance;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.engagement.scoring.Tie;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;

/** Contacts with ties of all strengths, put into the tables at once, and the model of what they are worth. */
final class StoredTies {

    static final UUID CIRCLE = UUID.randomUUID();
    private static final Instant LANDMARK = Instant.parse("2020-01-01T00:00:00Z");
    private static final double HALF_LIFE = 14;
    private static final double KAPPA = 3.4;

    private static final String CONTACT = """
        insert into directory_contact (workspace_id, contact_id, version, owner, display_name, circles, relationship)
        values (?, ?, 1, ?, 'Somebody', ?, ?::text)\
        """;

    private static final String TIE = """
        insert into tie (workspace_id, contact_id, version, owner, rank_key, last_at, last_id, outbound, inbound,
            interactions, last_outbound_at, last_inbound_at, peak_strength, hot_key)
        values (?, ?, 1, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)\
        """;

    private final Workspace workspace;
    private final DataSource database;
    private final Random random;

    StoredTies(Workspace workspace, DataSource database, long seed) {
        this.workspace = workspace;
        this.database = database;
        this.random = new Random(seed);
    }

    record Stored(UUID id, String owner, double key, Double hotKey, Instant last, boolean inCircle, boolean isClient) {

        /** By the formulas of the design, written down once more. */
        double strength(Instant at) {
            return Math.pow(2, key - Duration.between(LANDMARK, at).toNanos() / 86_400e9 / HALF_LIFE);
        }

        double score(Instant at) {
            return 100 * (1 - Math.pow(2, -strength(at) / KAPPA));
        }

        double lossPerDay(Instant at) {
            double ln2 = Math.log(2);
            double strength = strength(at);
            return 100 * ln2 * ln2 / (KAPPA * HALF_LIFE) * strength * Math.pow(2, -strength / KAPPA);
        }

        double heat(Instant at) {
            return hotKey == null
                    ? 0
                    : Math.pow(2, hotKey - Duration.between(LANDMARK, at).toNanos() / 3600e9);
        }

        String band(Instant at) {
            double score = score(at);
            return score >= 75
                    ? "close"
                    : score >= 50 ? "active" : score >= 25 ? "warm" : score >= 10 ? "cooling" : "dormant";
        }
    }

    /** Stores so many more. */
    List<Stored> add(int count) throws SQLException {
        var stored = new ArrayList<Stored>();
        try (var connection = database.getConnection();
                var contact = connection.prepareStatement(CONTACT);
                var tie = connection.prepareStatement(TIE)) {
            for (int i = 0; i < count; i++) {
                stored.add(add(connection, contact, tie));
            }
            contact.executeBatch();
            tie.executeBatch();
        }
        return stored;
    }

    /** Touches one: it becomes stronger or weaker, and is silent no more. */
    void touch(Stored one) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                    update tie t set rank_key = t.rank_key + by, outbound = t.outbound + by, inbound = t.inbound + by,
                        last_at = now()
                    from (values (?::float8)) as change (by)
                    where t.workspace_id = ? and t.contact_id = ?\
                    """)) {
            update.setDouble(1, random.nextDouble() * 4 - 2);
            update.setString(2, workspace.name());
            update.setObject(3, one.id());
            update.executeUpdate();
        }
    }

    private Stored add(Connection connection, PreparedStatement contact, PreparedStatement tie) throws SQLException {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        double days = Duration.between(LANDMARK, now).toNanos() / 86_400e9;
        double strength = Math.pow(2, random.nextDouble() * 12 - 7);
        var sum = new DecayedSum(Math.log(strength) / Math.log(2) + days / HALF_LIFE);
        var last = now.minusSeconds(random.nextInt(90 * 86_400));
        var id = UUID.randomUUID();
        var its = new Tie(last, id, sum, sum, 1, last, last, strength);
        double key = new Relevance(its, ScoringProfile.DEFAULT).rankKey();
        var hot = random.nextInt(3) == 0 ? null : Double.valueOf(days * 24 + random.nextDouble() * 14 - 8);
        var owner = random.nextInt(3) == 0 ? "bea" : "alex";
        var stored = new Stored(id, owner, key, hot, last, random.nextInt(4) == 0, random.nextInt(5) == 0);
        var circles = stored.inCircle() ? new UUID[] {UUID.randomUUID(), CIRCLE} : new UUID[0];
        batch(
                contact,
                workspace.name(),
                id,
                owner,
                connection.createArrayOf("uuid", circles),
                stored.isClient() ? "client" : null);
        var at = OffsetDateTime.ofInstant(last, ZoneOffset.UTC);
        batch(tie, workspace.name(), id, owner, key, at, id, sum.log2(), sum.log2(), at, at, strength, hot);
        return stored;
    }

    private static void batch(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
