package dev.rapport.notifier.edition.press;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.edition.content.SeenSignal;
import dev.rapport.notifier.edition.content.UnaskedTouch;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read by contact is what is read by workspace: which of the two depends on what others have and hear. */
@NotifierTest
class NewsSqlTest {

    private static final int CONTACTS = 6;
    private static final int HEARD = 40;

    /** Beyond the longest window, so that some of it is too old. */
    private static final Duration LONG_AGO = Duration.ofDays(40);

    @Inject
    DataSource database;

    private final String workspace = UUID.randomUUID().toString();
    private final Instant now = Instant.now();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldReadTheSameWhateverOthersHaveAndHear(long seed) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var random = new Random(seed);
            var contacts = contacts(connection, random);
            for (int i = 0; i < HEARD; i++) {
                hear(connection, contacts.get(random.nextInt(CONTACTS)), random);
            }

            var byContact = read(connection);
            for (int i = 0; i < HEARD; i++) {
                contact(connection, UUID.randomUUID(), "alex", null);
            }
            var byWorkspace = read(connection);
            var stranger = UUID.randomUUID();
            contact(connection, stranger, "bea", null);
            for (int i = 0; i < 2 * HEARD; i++) {
                hear(connection, stranger, random);
            }
            var byContactAgain = read(connection);

            assertThat(byContact.signals()).isNotEmpty();
            assertThat(byContact.unasked()).isNotEmpty();
            assertThat(byWorkspace).isEqualTo(byContact);
            assertThat(byContactAgain).isEqualTo(byContact);
            connection.rollback();
        }
    }

    /** Some are another member's, some are merged into one of the others, and one is deleted. */
    private List<UUID> contacts(Connection connection, Random random) throws SQLException {
        var contacts = random.ints(CONTACTS)
                .mapToObj(any -> new UUID(random.nextLong(), random.nextLong()))
                .toList();
        for (int i = 0; i < CONTACTS; i++) {
            var owner = i == 0 || random.nextInt(3) > 0 ? "alex" : "bea";
            var survivor = i > 0 && random.nextInt(3) == 0 ? contacts.get(0) : null;
            contact(connection, contacts.get(i), owner, survivor);
        }
        run(connection, "update contact set deleted = true where workspace_id = ? and contact_id = ?", contacts.get(5));
        return contacts;
    }

    private void contact(Connection connection, UUID id, String owner, UUID survivor) throws SQLException {
        run(connection, """
                insert into contact (workspace_id, contact_id, version, deleted, owner, display_name, added_at, merged_into,
                    survivor_id)
                values (?, ?, 1, ?, ?, 'Anna Berg', now(), ?, ?)""", id, survivor != null, owner, survivor, survivor);
    }

    private void hear(Connection connection, UUID contact, Random random) throws SQLException {
        var happened = now.minus(Duration.ofSeconds(random.nextInt((int) LONG_AGO.toSeconds())));
        var heard = random.nextBoolean() ? happened : now.minus(Duration.ofHours(random.nextInt(240)));
        var retracted = random.nextInt(5) == 0;
        var id = new UUID(random.nextLong(), random.nextLong());
        run(connection, """
                insert into signal (workspace_id, signal_id, contact_id, kind, title, happened_at, seen_at, revision,
                    retracted, heard_at)
                values (?, ?, ?, 'post', 'On trees', ?, now(), 1, ?, ?)""", id, contact, utc(happened), retracted, utc(heard));
        run(
                connection,
                """
                insert into touch (workspace_id, interaction_id, contact_id, kind, direction, occurred_at, recorded_at,
                    retracted)
                values (?, ?, ?, ?, 'INBOUND', ?, ?, ?)""",
                id,
                contact,
                random.nextBoolean() ? "pitch" : "reaction",
                utc(happened),
                utc(heard),
                retracted);
    }

    private Read read(Connection connection) throws SQLException {
        var alex = new MemberKey(workspace, "alex");
        var windows = List.of(new Window(alex, now.minus(Duration.ofDays(5)), now));
        var signals = NewsSql.signals(connection, windows, now).getOrDefault(alex, List.of());
        var unasked = NewsSql.unasked(connection, windows, now).getOrDefault(alex, List.of());
        return new Read(
                signals.stream().map(SeenSignal::toString).sorted().toList(),
                unasked.stream().map(UnaskedTouch::toString).sorted().toList());
    }

    private void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, workspace);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 2, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private record Read(List<String> signals, List<String> unasked) {}
}
