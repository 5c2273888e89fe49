package dev.rapport.engagement.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionEvent.InteractionRetracted;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@EngagementTest
class CorrectionTest {

    private static final String AT = "2026-03-01T09:30:00Z";

    private final Workspace workspace = Workspace.create();

    @Test
    void shouldChangeTheTieAndTheTagWhenAnInteractionIsCorrected() {
        // Given
        var contact = workspace.contact("alex");
        var id = record(contact, "OUTBOUND");
        workspace.awaitInteractions(contact, 1);
        var tag = get(id).header("ETag");

        // When
        var patched = patch(
                id,
                tag,
                "{\"direction\": \"INBOUND\", \"occurredAt\": \"2026-02-01T00:00:00Z\", \"subject\": null,"
                        + " \"durationSeconds\": 90}");

        // Then
        patched.then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("direction", equalTo("INBOUND"), "durationSeconds", equalTo(90), "kind", equalTo("call"))
                .body("$", not(hasKey("subject")));
        get(id).then()
                .header("ETag", equalTo(patched.header("ETag")))
                .body("occurredAt", equalTo("2026-02-01T00:00:00Z"));
        Awaitility.await().untilAsserted(() -> workspace
                .as("alex")
                .get("/v1/relevance/" + contact)
                .then()
                .body("lastOutboundAt", nullValue(), "lastInboundAt", equalTo("2026-02-01T00:00:00Z"))
                .body("interactions", equalTo(1)));
    }

    @Test
    void shouldRefuseWhenItChangedMeanwhileAndDoNothingWhenNothingIsToChange() {
        // Given
        var contact = workspace.contact("alex");
        var id = record(contact, "OUTBOUND");
        var tag = get(id).header("ETag");

        // When nothing changes
        patch(id, tag, "{\"kind\": \"call\", \"contactId\": \"" + contact + "\"}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo(tag));
        workspace
                .as("alex")
                .header("If-None-Match", tag)
                .get("/v1/interactions/" + id)
                .then()
                .statusCode(304);

        // And when it changes twice
        patch(id, tag, "{\"kind\": \"email\"}").then().statusCode(200);
        patch(id, tag, "{\"kind\": \"note\"}").then().statusCode(412).contentType("application/problem+json");
        patch(id, "W/" + tag, "{\"kind\": \"note\"}").then().statusCode(412);
        patch(id, "nonsense", "{\"kind\": \"note\"}").then().statusCode(400);
        workspace
                .as("alex")
                .header("If-Match", tag)
                .delete("/v1/interactions/" + id)
                .then()
                .statusCode(412);
        workspace
                .as("alex")
                .header("If-Match", tag)
                .post("/v1/interactions/" + id + "/restore")
                .then()
                .statusCode(412);

        // Then
        get(id).then().body("kind", equalTo("email"));
        workspace.awaitInteractions(contact, 1);
        Awaitility.await().untilAsserted(() -> assertThat(told()).hasSize(2));
    }

    @Test
    void shouldRetractHereAndRecordThereWhenAnInteractionMoves() {
        // Given
        var from = workspace.contact("alex");
        var to = workspace.contact("bea", "to@example.org");
        var id = record(from, "OUTBOUND");
        workspace.awaitInteractions(from, 1);

        // When
        patch(id, null, "{\"address\": \"To@Example.org\"}")
                .then()
                .statusCode(200)
                .body("contactId", equalTo(to.toString()), "owner", equalTo("bea"), "matched", equalTo(true));

        // Then
        workspace.awaitInteractions(to, 1);
        workspace.awaitInteractions(from, 0);
        var moved = told().stream().filter(it -> it.revisionNumber() == 2).toList();
        assertThat(moved).hasSize(2);
        assertThat(moved)
                .filteredOn(InteractionRetracted.class::isInstance)
                .singleElement()
                .satisfies(it -> assertThat(it.contactId()).isEqualTo(from));
        assertThat(moved)
                .filteredOn(InteractionRecorded.class::isInstance)
                .singleElement()
                .satisfies(it -> assertThat(it.contactId()).isEqualTo(to));
    }

    @Test
    void shouldWaitWhenAnInteractionMovesToNobodyAndComeBackWhenThatIsTheContactAfterAll() {
        // Given
        var contact = workspace.contact("alex");
        var id = record(contact, "OUTBOUND");
        workspace.awaitInteractions(contact, 1);

        // When
        patch(id, null, "{\"address\": \"later@example.org\"}")
                .then()
                .statusCode(200)
                .body("matched", equalTo(false), "owner", nullValue());
        workspace.awaitInteractions(contact, 0);
        workspace.change(contact, 2, "alex", "later@example.org");

        // Then
        workspace.awaitInteractions(contact, 1);
        assertThat(told()).extracting(InteractionEvent::revisionNumber).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void shouldCountAgainWhenARetractedInteractionIsRestored() {
        // Given
        var contact = workspace.contact("alex");
        var id = record(contact, "OUTBOUND");
        workspace.as("alex").delete("/v1/interactions/" + id).then().statusCode(204);
        workspace.awaitInteractions(contact, 0);
        patch(id, null, "{\"kind\": \"note\"}").then().statusCode(404);

        // When
        for (int i = 0; i < 2; i++) {
            workspace
                    .as("alex")
                    .header("Idempotency-Key", "again")
                    .post("/v1/interactions/" + id + "/restore")
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"3\""))
                    .body("id", equalTo(id.toString()), "retractedAt", nullValue());
        }
        workspace.as("alex").post("/v1/interactions/" + id + "/restore").then().header("ETag", equalTo("\"3\""));

        // Then
        workspace.awaitInteractions(contact, 1);
        Awaitility.await().untilAsserted(() -> assertThat(told())
                .extracting(InteractionEvent::revisionNumber)
                .containsExactly(1L, 2L, 3L));
        workspace
                .as("alex")
                .post("/v1/interactions/" + UUID.randomUUID() + "/restore")
                .then()
                .statusCode(404);
        Workspace.create()
                .as("alex")
                .post("/v1/interactions/" + id + "/restore")
                .then()
                .statusCode(404);
        patch(UUID.randomUUID(), null, "{}").then().statusCode(404);
    }

    @Test
    void shouldBelongToTheContactThatBecameKnownWhileItWasRetracted() {
        var id = workspace.record(
                Map.of("address", "new@example.org", "kind", "call", "direction", "OUTBOUND", "occurredAt", AT));
        workspace.as("alex").delete("/v1/interactions/" + id).then().statusCode(204);
        var contact = workspace.contact("alex", "new@example.org");

        workspace.as("alex").post("/v1/interactions/" + id + "/restore").then().body("matched", equalTo(true));

        workspace.awaitInteractions(contact, 1);
    }

    @Test
    void shouldNameTheFieldWhenAPatchIsNotValid() {
        var id = record(workspace.contact("alex"), "OUTBOUND");

        var faults = new HashMap<String, String>();
        faults.put("{\"kind\": null}", "kind");
        faults.put("{\"kind\": \"shout\"}", "kind");
        faults.put("{\"occurredAt\": \"2999-01-01T00:00:00Z\"}", "occurredAt");
        faults.put("{\"occurredAt\": null}", "occurredAt");
        faults.put("{\"durationSeconds\": 604801}", "durationSeconds");
        faults.put("{\"contactId\": null}", "contactId");
        faults.put("{\"address\": \"nobody\"}", "address");
        faults.put("{\"source\": \"x\"}", "source");
        faults.put("[]", "body");

        faults.forEach((body, field) -> patch(id, null, body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field)));
        assertThat(get(id).header("ETag")).isEqualTo("\"1\"");
    }

    private UUID record(UUID contact, String direction) {
        return workspace.record(Map.of(
                "contactId", contact, "kind", "call", "direction", direction, "occurredAt", AT, "subject", "Hello"));
    }

    private Response get(UUID id) {
        return workspace.as("alex").get("/v1/interactions/" + id);
    }

    private Response patch(UUID id, String ifMatch, String body) {
        var request =
                workspace.as("alex").contentType("application/merge-patch+json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/v1/interactions/" + id);
    }

    private List<InteractionEvent> told() {
        return Topics.told(InteractionEvent.TOPIC, workspace.name());
    }
}
