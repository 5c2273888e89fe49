package dev.rapport.engagement.tie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.Direction;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionKind;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EngagementTest
class RebuildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Workspace workspace = Workspace.create();
    private final Random random = new Random(7);
    private ScoredWorkspace scored;

    @Inject
    DataSource database;

    @Inject
    TieUpdater updater;

    @BeforeEach
    void look() {
        scored = new ScoredWorkspace(workspace, database);
    }

    @Test
    void shouldEqualThePlainFoldWhenProfilesChangeWhileContactsLiveOn() throws SQLException {
        // Given
        var contacts = new ArrayList<UUID>();
        var versions = new HashMap<UUID, Long>();
        for (int i = 0; i < 12; i++) {
            contacts.add(workspace.contact(i % 2 == 0 ? "alex" : "bea"));
        }
        contacts.forEach(contact -> versions.put(contact, 1L));
        var recorded = record(contacts, 150);

        // When profiles follow one another, each while interactions come late, are retracted, and contacts are merged,
        // parted and given to another owner
        int version = 0;
        for (var profile : List.of(
                Map.of("preset", "email"),
                Map.of("halfLife", "P3D", "halfLives", Map.of("bea", "P60D")),
                Map.of("preset", "key-accounts"),
                Map.of("halfLife", "PT36H", "kindWeights", Map.of("call", 0, "note", 2.5), "outboundWeight", 0.5))) {
            version = scored.ask(profile);
            recorded.addAll(record(contacts, 25));
            workspace.as("alex").delete("/v1/interactions/" + recorded.remove(random.nextInt(recorded.size())));
            var some = contacts.get(random.nextInt(contacts.size()));
            var other = contacts.get(random.nextInt(contacts.size()));
            if (!some.equals(other)) {
                workspace.merge(some, versions.merge(some, 1L, Long::sum), other);
            }
            recorded.addAll(record(contacts, 10));
            var given = contacts.get(random.nextInt(contacts.size()));
            workspace.publish(given, versions.merge(given, 1L, Long::sum), random.nextBoolean() ? "alex" : "bea");
            if (version % 2 == 0) {
                scored.awaitState(version, "active");
            }
        }

        // Then
        scored.awaitDone(version);
        int last = version;
        await().atMost(PATIENCE).untilAsserted(() -> {
            scored.assertPlain();
            scored.assertTold();
            assertThat(scored.ties(last)).hasSameSizeAs(contacts);
            assertThat(scored.rows()).isEqualTo(contacts.size());
        });
        NaiveRelevance.of(workspace).assertEqual();
    }

    @Test
    void shouldFoldATieThatWasAddedUnderTheOldProfileAloneWhenTheNewOneWasJustAskedFor() throws SQLException {
        // Given an update that does not know of the new profile, and is not committed yet
        var contact = workspace.contact("alex");
        try (var transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            updater.apply(transaction, List.of(stored(contact)));

            // When
            int version = scored.ask(Map.of("preset", "chat"));

            // Then the building waits for it
            await().atMost(PATIENCE).until(() -> scored.version(version, "progress.total") != null);
            await().during(Duration.ofSeconds(1)).until(() -> scored.version(version, "state"), "building"::equals);
            transaction.commit();
            scored.awaitDone(version);
            assertThat(scored.ties(version)).containsOnlyKeys(contact);
            scored.assertPlain();
        }
    }

    @Test
    void shouldGoOnWhereItWasWhenAnotherInstanceDiedAtIt() throws SQLException {
        // Given
        var contacts = List.of(workspace.contact("alex"), workspace.contact("alex"), workspace.contact("alex"));
        contacts.forEach(contact -> workspace.record(interaction(contact)));
        contacts.forEach(contact -> workspace.awaitInteractions(contact, 1));
        scored.execute("""
                insert into scoring_profile (workspace_id, version, definition, state, created_at, task)
                select workspace_id, 1, '{"halfLife": "P2D", "burst": "P1D", "outboundWeight": 1, "inboundWeight": 1,
                    "kappa": 3, "driftChance": 0.5, "driftHorizon": "P14D", "kindWeights": {}, "inboundPitchWeight": 0,
                    "bands": {"close": 75, "active": 50, "warm": 25, "cooling": 10}, "adaptive": false,
                    "halfLives": {}}', 'building', now(), 'build'
                from (values (?)) as w (workspace_id)""");
        scored.execute("""
                update scoring_profile set run = uuidv7(), lease_until = clock_timestamp() + interval '1 s'
                where workspace_id = ?""");

        // When its lease has passed
        scored.awaitDone(1);

        // Then
        scored.assertPlain();
        scored.assertTold();
        workspace.as("alex").get("/v1/relevance").then().body("items", hasSize(3));
    }

    @Test
    void shouldLeaveNothingOfAVersionWhenItIsCancelled() throws SQLException {
        // Given
        var contact = workspace.contact("alex");
        workspace.record(interaction(contact));
        workspace.awaitInteractions(contact, 1);
        try (var transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            updater.apply(transaction, List.of(stored(contact)));
            int version = scored.ask(Map.of("preset", "chat"));

            // When
            workspace
                    .as("alex")
                    .delete("/v1/scoring-profile/versions/" + version)
                    .then()
                    .statusCode(204);
            transaction.commit();

            // Then
            scored.awaitState(version, "cancelled");
            await().atMost(PATIENCE).until(() -> scored.version(version, "progress") == null);
            assertThat(scored.rows()).isEqualTo(1);
            assertThat(scored.scoring().generation()).isZero();
            scored.assertPlain();
        }
    }

    private List<UUID> record(List<UUID> contacts, int count) {
        var items = IntStream.range(0, count)
                .mapToObj(i -> interaction(contacts.get(random.nextInt(contacts.size()))))
                .toList();
        List<String> ids = workspace
                .as("alex")
                .body(Map.of("items", items))
                .post("/v1/interactions/batch")
                .then()
                .statusCode(200)
                .extract()
                .path("results.id");
        return new ArrayList<>(ids.stream().map(UUID::fromString).toList());
    }

    private Map<String, ?> interaction(UUID contact) {
        return Map.of(
                "contactId",
                contact,
                "kind",
                List.of("call", "email", "note", "meeting").get(random.nextInt(4)),
                "direction",
                Direction.values()[random.nextInt(3)],
                "occurredAt",
                Instant.now().minusSeconds(random.nextInt(90 * 86_400)).toString());
    }

    /** An interaction that is stored, with the event that tells of it, which is not sent. */
    private Event<InteractionEvent> stored(UUID contact) throws SQLException {
        var id = UuidCreator.getTimeOrderedEpochPlus1();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into interaction (workspace_id, id, contact_id, wanted_contact_id, owner, kind, direction,
                            occurred_at, recorded_at)
                        values (?, ?, ?, ?, 'alex', 'call', 'OUTBOUND', now(), now())""")) {
            insert.setString(1, workspace.name());
            insert.setObject(2, id);
            insert.setObject(3, contact);
            insert.setObject(4, contact);
            insert.executeUpdate();
        }
        var now = Instant.now();
        return new Event<>(
                UuidCreator.getTimeOrderedEpochPlus1(),
                workspace.name(),
                now,
                new InteractionRecorded(
                        id, contact, "alex", InteractionKind.CALL, Direction.OUTBOUND, now, now, null, null, null));
    }
}
