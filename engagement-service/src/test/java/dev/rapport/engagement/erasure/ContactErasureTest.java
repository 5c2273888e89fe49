package dev.rapport.engagement.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Tables;
import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.ContactEvent.ContactErased;
import dev.rapport.events.Direction;
import dev.rapport.events.ErasureEvent;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.events.RelevanceEvent.RelevanceRemoved;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@EngagementTest
class ContactErasureTest {

    private final Workspace workspace = Workspace.create();
    private final String address = "jane-" + UUID.randomUUID() + "@example.org";

    @Inject
    DataSource database;

    @Test
    void shouldLeaveNothingButATombstoneWhenAContactIsErased() throws SQLException {
        // Given all that can be known of somebody: what counts, what was taken back, what waits
        var jane = workspace.contact("alex", address);
        record("contactId", jane);
        record("address", address);
        see("contactId", jane);
        see("address", address);
        workspace
                .as("alex")
                .delete("/v1/interactions/" + record("contactId", jane))
                .then()
                .statusCode(204);
        workspace
                .as("alex")
                .delete("/v1/signals/" + see("contactId", jane))
                .then()
                .statusCode(204);
        workspace.awaitInteractions(jane, 2);
        workspace.delete(jane, 2);
        record("contactId", jane);
        record("address", address);
        see("contactId", jane);
        see("address", address);
        workspace
                .as("alex")
                .delete("/v1/interactions/" + record("address", address))
                .then()
                .statusCode(204);
        workspace
                .as("alex")
                .delete("/v1/signals/" + see("address", address))
                .then()
                .statusCode(204);

        // When
        workspace.erase(jane, 3);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(Tables.mentioning(database, jane.toString())).containsExactly("directory_contact"));
        assertThat(Tables.mentioning(database, address)).isEmpty();
        assertThat(tombstone(jane)).isTrue();
    }

    @Test
    void shouldAcknowledgeOnceAndHearNothingMoreWhenEventsComeLateOrAgain() {
        // Given
        var jane = workspace.contact("alex", address);
        var kept = workspace.contact("alex");
        record("contactId", jane);
        workspace.awaitInteractions(jane, 1);
        var erasure = workspace.erase(jane, 5);
        await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged() == 1);

        // When
        workspace.tell(new ContactErased(jane, 5, erasure, Instant.now()));
        workspace.publish(jane, 4, "alex", address);
        workspace.publish(jane, 6, "alex", address);
        var late = new InteractionRecorded(
                UUID.randomUUID(),
                jane,
                "alex",
                InteractionKind.CALL,
                Direction.INBOUND,
                Instant.now(),
                Instant.now(),
                null,
                null,
                null);
        Topics.send(
                InteractionEvent.TOPIC,
                new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), workspace.name(), Instant.now(), late));
        var posted = record("contactId", jane);
        record("contactId", kept);
        workspace.awaitInteractions(kept, 1);
        workspace.change(kept, 2, "bea");

        // Then
        workspace.as("alex").get("/v1/relevance/" + jane).then().statusCode(404);
        workspace.as("alex").get("/v1/interactions/" + posted).then().body("matched", equalTo(false));
        await().untilAsserted(() -> assertThat(Tables.mentioning(database, jane.toString()))
                .containsExactlyInAnyOrder("directory_contact", "interaction", "unmatched"));
        assertThat(Topics.told(ErasureEvent.TOPIC, workspace.name()))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.erasureId()).isEqualTo(erasure);
                    assertThat(told.contactId()).isEqualTo(jane);
                });
        assertThat(Topics.told(RelevanceEvent.TOPIC, workspace.name() + "/" + jane))
                .last()
                .isInstanceOf(RelevanceRemoved.class);
    }

    @Test
    void shouldDeleteWhatARequestStoredWhileItsContactWasErased() throws SQLException {
        // Given an interaction that was matched just before the erasure and stored just after it
        var jane = workspace.contact("alex");
        workspace.erase(jane, 2);
        await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged() == 1);
        var id = UuidCreator.getTimeOrderedEpochPlus1();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into interaction (workspace_id, id, contact_id, wanted_contact_id, owner, kind, direction,
                            occurred_at, recorded_at)
                        values (?, ?, ?, ?, 'alex', 'call', 'INBOUND', now(), now())""")) {
            insert.setString(1, workspace.name());
            insert.setObject(2, id);
            insert.setObject(3, jane);
            insert.setObject(4, jane);
            insert.executeUpdate();
        }

        // When its event arrives
        var data = new InteractionRecorded(
                id,
                jane,
                "alex",
                InteractionKind.CALL,
                Direction.INBOUND,
                Instant.now(),
                Instant.now(),
                null,
                null,
                null);
        Topics.send(
                InteractionEvent.TOPIC,
                new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), workspace.name(), Instant.now(), data));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(Tables.mentioning(database, jane.toString())).containsExactly("directory_contact"));
    }

    @Test
    void shouldTellTheSurvivorsSignalWhenTheOneThatStoodForItIsErased() {
        // Given the same seen of two contacts, which are one person
        var survivor = workspace.contact("alex");
        var old = workspace.contact("alex");
        var first = see("contactId", old);
        var second = see("contactId", survivor);
        workspace.merge(old, 2, survivor);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> workspace.as("alex").get("/v1/signals/" + second).path("sameAs"), first::equals);

        // When
        workspace.erase(old, 3);

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> workspace
                .as("alex")
                .get("/v1/signals?contact=" + survivor)
                .then()
                .body("items.id", contains(second)));
        assertThat(Tables.mentioning(database, first)).isEmpty();
    }

    @Test
    void shouldTakeItsPartFromTheSurvivorWhenAMergedContactIsErased() {
        // Given
        var survivor = workspace.contact("alex");
        var old = workspace.contact("alex", address);
        record("contactId", survivor);
        record("address", address);
        workspace.awaitInteractions(old, 1);
        workspace.merge(old, 2, survivor);
        workspace.awaitInteractions(survivor, 2);

        // When
        workspace.erase(old, 3);

        // Then
        workspace.awaitInteractions(survivor, 1);
        workspace.as("alex").get("/v1/relevance/" + old).then().statusCode(404);
        await().untilAsserted(() ->
                assertThat(Tables.mentioning(database, old.toString())).containsExactly("directory_contact"));
    }

    private UUID record(String name, Object contact) {
        return workspace.record(Map.of(name, contact, "kind", "call", "direction", "OUTBOUND", "subject", "Secret"));
    }

    private String see(String name, Object contact) {
        return workspace
                .as("alex")
                .body(Map.of(name, contact, "kind", "milestone", "title", "Secret"))
                .post("/v1/signals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private long acknowledged() {
        return Topics.told(ErasureEvent.TOPIC, workspace.name()).size();
    }

    private boolean tombstone(UUID contact) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select owner is null and display_name is null and erasure_id is not null
                        from directory_contact where workspace_id = ? and contact_id = ?""")) {
            select.setString(1, workspace.name());
            select.setObject(2, contact);
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
