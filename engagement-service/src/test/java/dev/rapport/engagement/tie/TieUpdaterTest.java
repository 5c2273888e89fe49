package dev.rapport.engagement.tie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.engagement.scoring.TieFold;
import dev.rapport.engagement.scoring.Touch;
import dev.rapport.events.Direction;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionKind;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@EngagementTest
class TieUpdaterTest {

    private static final Instant NOW = Instant.now();

    private final Workspace workspace = Workspace.create();

    @Inject
    DataSource database;

    @Test
    void shouldEqualTheOrderedFoldWhenEventsComeInRandomOrderWithDuplicates() throws SQLException {
        // Given
        var random = new Random(11);
        var contacts = List.of(workspace.contact("alex"), workspace.contact("alex"), workspace.contact("bea"));
        var touches = new ArrayList<List<Touch>>();
        var events = new ArrayList<Event<InteractionEvent>>();
        for (var contact : contacts) {
            var stream = stream(random, 80);
            touches.add(stream);
            store(contact, stream);
            stream.forEach(touch -> events.add(event(workspace.name(), contact, touch)));
        }
        long distinct = events.size();
        events.addAll(events.subList(0, 100));
        Collections.shuffle(events, random);

        // When
        events.forEach(event -> Topics.send(InteractionEvent.TOPIC, event));

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> applied() == distinct);
        for (int i = 0; i < contacts.size(); i++) {
            var expected = TieFold.fold(touches.get(i), ScoringProfile.DEFAULT);
            var stored = stored(contacts.get(i)).tie();
            assertThat(stored.interactions()).isEqualTo(expected.interactions());
            assertThat(stored.lastId()).isEqualTo(expected.lastId());
            assertThat(Math.pow(
                            2, stored.outbound().log2() - expected.outbound().log2()))
                    .isCloseTo(1, within(1e-9));
            assertThat(Math.pow(2, stored.inbound().log2() - expected.inbound().log2()))
                    .isCloseTo(1, within(1e-9));
            assertThat(stored.peakStrength()).isCloseTo(expected.peakStrength(), within(1e-9));
        }
    }

    @Test
    void shouldPutPoisonAsideWhenOthersFollow() {
        // Given
        var contact = workspace.contact("alex");
        var key = workspace.name() + "/" + contact;

        // When
        workspace.record(Map.of("contactId", contact, "kind", "call", "direction", "OUTBOUND"));
        Topics.send("rapport.interactions", key, Map.of(), "{".getBytes(StandardCharsets.UTF_8));
        var foreign =
                event("ws-of-somebody-else", contact, stream(new Random(1), 1).get(0));
        Topics.send(
                "rapport.interactions",
                key,
                dev.rapport.events.CloudEvents.headers(
                        foreign.id(),
                        "rapport.interaction.recorded.v1",
                        "test",
                        NOW,
                        foreign.workspace(),
                        contact.toString()),
                dev.rapport.events.EventJson.write(foreign.data()).getBytes(StandardCharsets.UTF_8));
        workspace.record(Map.of("contactId", contact, "kind", "email", "direction", "INBOUND"));

        // Then
        workspace.awaitInteractions(contact, 2);
        assertThat(Topics.read("rapport.interactions.dlq", key)).hasSize(2).allSatisfy(letter -> assertThat(
                        letter.headers().lastHeader("rapport-dlq-cause"))
                .isNotNull());
    }

    @Test
    void shouldIgnoreAnEventWhenItsInteractionIsNotStoredForThatContact() throws SQLException {
        // Given
        var contact = workspace.contact("alex");
        var other = workspace.contact("alex");
        var stream = stream(new Random(3), 2);
        store(other, stream.subList(0, 1));

        // When
        Topics.send(InteractionEvent.TOPIC, event(workspace.name(), contact, stream.get(0)));
        Topics.send(InteractionEvent.TOPIC, event(workspace.name(), contact, stream.get(1)));

        // Then
        await().until(() -> applied() == 2);
        workspace.awaitInteractions(contact, 0);
        assertThat(Topics.read("rapport.relevance", workspace.name() + "/")).isEmpty();
    }

    private static List<Touch> stream(Random random, int size) {
        var touches = new ArrayList<Touch>();
        var at = NOW.minus(Duration.ofDays(400));
        for (int i = 0; i < size; i++) {
            at = at.plusMillis(random.nextInt(4) == 0 ? 0 : random.nextInt(400_000_000));
            touches.add(new Touch(
                    UuidCreator.getTimeOrderedEpochPlus1(),
                    at,
                    InteractionKind.values()[random.nextInt(InteractionKind.values().length)],
                    Direction.values()[random.nextInt(3)]));
        }
        return touches;
    }

    private static Event<InteractionEvent> event(String workspace, UUID contact, Touch touch) {
        var data = new InteractionRecorded(
                touch.id(), contact, "alex", touch.kind(), touch.direction(), touch.at(), NOW, null, null, null);
        return new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), workspace, NOW, data);
    }

    private void store(UUID contact, List<Touch> touches) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into interaction (workspace_id, id, contact_id, wanted_contact_id, owner, kind, direction,
                            occurred_at, recorded_at)
                        values (?, ?, ?, ?, 'alex', ?, ?, ?::timestamptz, now())""")) {
            for (var touch : touches) {
                insert.setString(1, workspace.name());
                insert.setObject(2, touch.id());
                insert.setObject(3, contact);
                insert.setObject(4, contact);
                insert.setString(5, touch.kind().json());
                insert.setString(6, touch.direction().name());
                insert.setString(7, touch.at().toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private StoredTie stored(UUID contact) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select * from tie where workspace_id = ? and contact_id = ?")) {
            select.setString(1, workspace.name());
            select.setObject(2, contact);
            try (var row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return StoredTie.read(row);
            }
        }
    }

    private long applied() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from inbox where workspace_id = ? and consumer = 'engagement-ties'")) {
            select.setString(1, workspace.name());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
