package dev.rapport.engagement.tie;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.Direction;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionKind;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What an update touches, counted by PostgreSQL itself. */
@EngagementTest
class UpdateCostTest {

    private static final String FILL = """
            with contact as (
                insert into directory_contact (workspace_id, contact_id, version, owner, display_name)
                select w, uuidv7(), 1, 'alex', 'Contact ' || n from (values (?)) as t (w), generate_series(1, ?) n
                returning workspace_id, contact_id
            ), ties as (
                insert into tie (workspace_id, contact_id, version, owner, rank_key, hot_key, last_at, last_id, outbound,
                    interactions, last_outbound_at, peak_strength)
                select workspace_id, contact_id, 1, 'alex', 100, 100, now() - interval '1 h', contact_id, 100, 1,
                    now() - interval '1 h', 1
                from contact
            )
            select max(contact_id::text) from contact""";

    private static final String HISTORY = """
            insert into interaction (workspace_id, id, contact_id, wanted_contact_id, owner, kind, direction, occurred_at,
                recorded_at)
            select w, uuidv7(), c, c, 'alex', 'call', 'OUTBOUND', now() - n * interval '1 h', now()
            from (values (?, ?::uuid)) as t (w, c), generate_series(1, ?) n""";

    /** By this connection, since it last told the server as a whole: only differences say something. */
    private static final String COUNTED = """
            select relname, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read, n_tup_ins + n_tup_upd as written
            from pg_stat_xact_user_tables
            where relname in ('tie', 'interaction', 'directory_contact', 'scoring_profile')""";

    @Inject
    DataSource database;

    @Inject
    TieUpdater updater;

    @Test
    void shouldTouchAsManyRowsWhateverTheHistoryOfTheTieAndTheNumberOfTies() throws SQLException {
        // Given
        var small = Workspace.create();
        var large = Workspace.create();
        try (var transaction = database.getConnection()) {
            var inSmall = fill(transaction, small, 1, 1);
            var inLarge = fill(transaction, large, 5_000, 20_000);
            try (var statement = transaction.createStatement()) {
                statement.execute("analyze tie, interaction, directory_contact");
            }
            transaction.setAutoCommit(false);

            // When
            var ofSmall = touched(transaction, small, inSmall);
            var ofLarge = touched(transaction, large, inLarge);

            // Then
            assertThat(ofLarge).isEqualTo(ofSmall);
            assertThat(ofLarge.get("tie").written()).isEqualTo(1);
            assertThat(ofLarge.get("interaction")).isEqualTo(new Rows(1, 0));
            assertThat(ofLarge.getOrDefault("scoring_profile", new Rows(0, 0))).isEqualTo(new Rows(0, 0));
        }
    }

    private static UUID fill(Connection connection, Workspace workspace, int ties, int interactions)
            throws SQLException {
        UUID contact;
        try (var fill = connection.prepareStatement(FILL)) {
            fill.setString(1, workspace.name());
            fill.setInt(2, ties);
            try (var row = fill.executeQuery()) {
                row.next();
                contact = UUID.fromString(row.getString(1));
            }
        }
        history(connection, workspace, contact, interactions);
        return contact;
    }

    private static void history(Connection connection, Workspace workspace, UUID contact, int interactions)
            throws SQLException {
        try (var insert = connection.prepareStatement(HISTORY)) {
            insert.setString(1, workspace.name());
            insert.setObject(2, contact);
            insert.setInt(3, interactions);
            insert.executeUpdate();
        }
    }

    /** What the event of one more interaction touches, by table; nothing of it stays. */
    private Map<String, Rows> touched(Connection transaction, Workspace workspace, UUID contact) throws SQLException {
        var id = UuidCreator.getTimeOrderedEpochPlus1();
        var now = Instant.now();
        try (var insert = transaction.prepareStatement("""
                insert into interaction (workspace_id, id, contact_id, wanted_contact_id, owner, kind, direction,
                    occurred_at, recorded_at)
                values (?, ?, ?, ?, 'alex', 'call', 'OUTBOUND', now(), now())""")) {
            insert.setString(1, workspace.name());
            insert.setObject(2, id);
            insert.setObject(3, contact);
            insert.setObject(4, contact);
            insert.executeUpdate();
        }
        var recorded = new InteractionRecorded(
                id, contact, "alex", InteractionKind.CALL, Direction.OUTBOUND, now, now, null, null, null);
        var before = counted(transaction);
        updater.apply(
                transaction,
                List.of(new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), workspace.name(), now, recorded)));
        var touched = counted(transaction);
        before.forEach((table, count) -> touched.computeIfPresent(table, (it, after) -> after.minus(count)));
        transaction.rollback();
        return touched;
    }

    private static Map<String, Rows> counted(Connection transaction) throws SQLException {
        var counted = new TreeMap<String, Rows>();
        try (var select = transaction.prepareStatement(COUNTED);
                var row = select.executeQuery()) {
            while (row.next()) {
                counted.put(row.getString("relname"), new Rows(row.getLong("read"), row.getLong("written")));
            }
        }
        return counted;
    }

    private record Rows(long read, long written) {
        Rows minus(Rows before) {
            return new Rows(read - before.read, written - before.written);
        }
    }
}
