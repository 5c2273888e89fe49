package dev.rapport.engagement.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@EngagementTest
class RetractionTest {

    private static final Instant NOW = Instant.now();

    private final Workspace workspace = Workspace.create();

    @Test
    void shouldMoveTheTieBackWhenAnInteractionIsRetracted() {
        // Given
        var contact = workspace.contact("alex");
        workspace.record(at(contact, NOW.minusSeconds(10 * 86_400)));
        workspace.awaitInteractions(contact, 1);
        double before = strength(contact);
        var newest = workspace.record(at(contact, NOW.minusSeconds(86_400)));
        workspace.awaitInteractions(contact, 2);

        // When
        workspace.as("alex").delete("/v1/interactions/" + newest).then().statusCode(204);

        // Then
        workspace.awaitInteractions(contact, 1);
        assertThat(strength(contact)).isCloseTo(before, within(1e-4));
        workspace.as("alex").get("/v1/interactions/" + newest).then().statusCode(404);
        workspace
                .as("alex")
                .queryParam("contact", contact)
                .get("/v1/interactions")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void shouldChangeNothingWhenRetractedAgainOrSentAgainByItsSource() {
        // Given
        var contact = workspace.contact("alex");
        var body = Map.of(
                "contactId", contact, "kind", "call", "direction", "OUTBOUND", "source", "crm", "externalId", "r-1");
        var id = workspace.record(body);
        workspace.awaitInteractions(contact, 1);
        workspace.as("alex").delete("/v1/interactions/" + id).then().statusCode(204);
        workspace.awaitInteractions(contact, 0);

        // When
        workspace.as("alex").delete("/v1/interactions/" + id).then().statusCode(204);
        workspace
                .as("alex")
                .body(body)
                .post("/v1/interactions")
                .then()
                .statusCode(200)
                .body("id", equalTo(id.toString()));

        // Then
        workspace.as("alex").get("/v1/relevance").then().body("items", hasSize(0));
        var told = Topics.read("rapport.interactions", workspace.name() + "/");
        assertThat(told).hasSize(2);
        Awaitility.await().untilAsserted(() -> assertThat(types("rapport.relevance"))
                .containsExactly("rapport.relevance.changed.v1", "rapport.relevance.removed.v1"));
    }

    @Test
    void shouldEqualTheOrderedTieWhenAnOldInteractionIsRecordedLate() {
        // Given
        var inOrder = workspace.contact("alex");
        var outOfOrder = workspace.contact("alex");
        var days = new int[] {40, 12, 11, 3};

        // When
        for (int day : days) {
            workspace.record(at(inOrder, NOW.minusSeconds(day * 86_400L)));
        }
        for (int i = days.length - 1; i >= 0; i--) {
            workspace.record(at(outOfOrder, NOW.minusSeconds(days[i] * 86_400L)));
            workspace.awaitInteractions(outOfOrder, days.length - i);
        }

        // Then
        workspace.awaitInteractions(inOrder, days.length);
        assertThat(strength(outOfOrder)).isCloseTo(strength(inOrder), within(1e-4));
    }

    private java.util.List<String> types(String topic) {
        return Topics.read(topic, workspace.name() + "/").stream()
                .map(message -> new String(
                        message.headers().lastHeader("ce_type").value(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    private double strength(UUID contact) {
        return ((Number) workspace.as("alex").get("/v1/relevance/" + contact).path("strength")).doubleValue();
    }

    private static Map<String, ?> at(UUID contact, Instant at) {
        return Map.of("contactId", contact, "kind", "call", "direction", "OUTBOUND", "occurredAt", at.toString());
    }
}
