package dev.rapport.engagement.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.InteractionEvent;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source sends again changed is taken over, by each of the ways that it may come. */
@EngagementTest
class SentAgainTest {

    private final Workspace workspace = Workspace.create();

    @ParameterizedTest
    @ValueSource(strings = {"single", "key", "batch", "batch with key"})
    void shouldTakeOverWhatIsChangedAndNothingElse(String way) {
        // Given
        var contact = workspace.contact("alex");
        var first = send(way, told(contact, "first"));
        first.then().statusCode(way.startsWith("batch") ? 200 : 201);
        var id = id(first);

        // When it comes again, as it was, and then otherwise
        var same = send(way, told(contact, "first"));
        assertThat(id(same)).isEqualTo(id);
        get(id).then().header("ETag", equalTo("\"1\""));
        var changed = send(way, told(contact, "second"));

        // Then
        changed.then().statusCode(200);
        assertThat(id(changed)).isEqualTo(id);
        if (way.startsWith("batch")) {
            same.then().body("duplicates", equalTo(1), "updated", equalTo(0), "results[0].updated", equalTo(false));
            changed.then().body("duplicates", equalTo(0), "updated", equalTo(1), "results[0].updated", equalTo(true));
        } else {
            changed.then().body("subject", equalTo("second"));
        }
        get(id).then().header("ETag", equalTo("\"2\"")).body("subject", equalTo("second"));
        workspace.awaitInteractions(contact, 1);
        Awaitility.await().untilAsserted(() -> assertThat(Topics.told(InteractionEvent.TOPIC, workspace.name()))
                .extracting(InteractionEvent::revisionNumber)
                .containsExactly(1L, 2L));
    }

    @Test
    void shouldKeepWhatAMemberCorrectedWhenTheSourceTellsTheSameAgain() {
        // Given
        var contact = workspace.contact("alex");
        var id = id(send("single", told(contact, "first")));
        workspace
                .as("alex")
                .body(Map.of("subject", "corrected"))
                .patch("/v1/interactions/" + id)
                .then()
                .statusCode(200);

        // When
        send("single", told(contact, "first")).then().statusCode(200).body("subject", equalTo("corrected"));
        send("single", told(contact, "news")).then().statusCode(200).body("subject", equalTo("news"));
        send("single", told(contact, "first")).then().statusCode(200).body("subject", equalTo("first"));

        // Then
        get(id).then().header("ETag", equalTo("\"4\""));
    }

    @Test
    void shouldStayRetractedWhenItIsSentAgainChanged() {
        // Given
        var contact = workspace.contact("alex");
        var id = id(send("single", told(contact, "first")));
        workspace.as("alex").delete("/v1/interactions/" + id).then().statusCode(204);
        workspace.awaitInteractions(contact, 0);

        // When
        send("single", told(contact, "second"))
                .then()
                .statusCode(200)
                .body("id", equalTo(id.toString()), "subject", equalTo("second"), "retractedAt", notNullValue());

        // Then
        get(id).then().statusCode(404);
        Awaitility.await().untilAsserted(() -> assertThat(Topics.told(InteractionEvent.TOPIC, workspace.name()))
                .hasSize(2));
        workspace
                .as("alex")
                .post("/v1/interactions/" + id + "/restore")
                .then()
                .body("subject", equalTo("second"), "retractedAt", nullValue());
        workspace.awaitInteractions(contact, 1);
    }

    @Test
    void shouldKeepWhenItHappenedWhenTheSourceDoesNotSay() {
        var contact = workspace.contact("alex");
        var body = new HashMap<>(told(contact, "first"));
        body.remove("occurredAt");
        var first = send("single", body);
        var at = first.<String>path("occurredAt");

        send("single", body).then().statusCode(200).header("ETag", equalTo("\"1\""));
        body.put("subject", "second");
        send("single", body).then().body("occurredAt", equalTo(at), "subject", equalTo("second"));
    }

    @Test
    void shouldMoveWhenTheSourceNamesAnotherContact() {
        var from = workspace.contact("alex");
        var to = workspace.contact("bea");
        send("single", told(from, "first")).then().statusCode(201);
        workspace.awaitInteractions(from, 1);

        send("batch", told(to, "first")).then().body("updated", equalTo(1));

        workspace.awaitInteractions(to, 1);
        workspace.awaitInteractions(from, 0);
    }

    @Test
    void shouldTakeTheLastWhenABatchTellsOneSeveralTimes() {
        var contact = workspace.contact("alex");
        var items = List.of(told(contact, "a"), told(contact, "b"), told(contact, "b"), told(contact, "c"));

        workspace
                .as("alex")
                .body(Map.of("items", items))
                .post("/v1/interactions/batch")
                .then()
                .body("results.status", equalTo(List.of(201, 200, 200, 200)))
                .body("accepted", equalTo(1), "updated", equalTo(2), "duplicates", equalTo(1));

        workspace.awaitInteractions(contact, 1);
        workspace
                .as("alex")
                .queryParam("contact", contact)
                .get("/v1/interactions")
                .then()
                .body("items", hasSize(1), "items[0].subject", equalTo("c"));
    }

    private Response send(String way, Map<String, ?> item) {
        var request = workspace.as("alex");
        if (way.endsWith("key")) {
            request.header("Idempotency-Key", UUID.randomUUID());
        }
        return way.startsWith("batch")
                ? request.body(Map.of("items", List.of(item))).post("/v1/interactions/batch")
                : request.body(item).post("/v1/interactions");
    }

    private static UUID id(Response answer) {
        String id = answer.path("id") == null ? answer.path("results[0].id") : answer.path("id");
        return UUID.fromString(id);
    }

    private Response get(UUID id) {
        return workspace.as("alex").get("/v1/interactions/" + id);
    }

    private static Map<String, Object> told(UUID contact, String subject) {
        return Map.of(
                "contactId",
                contact,
                "kind",
                "email",
                "direction",
                "OUTBOUND",
                "subject",
                subject,
                "occurredAt",
                "2026-03-01T09:30:00Z",
                "source",
                "crm",
                "externalId",
                "m-1");
    }
}
