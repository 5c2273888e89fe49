package dev.rapport.engagement.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import dev.rapport.stack.StackTestResource;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@EngagementTest
class RecordingTest {

    private final Workspace workspace = Workspace.create();

    @Test
    void shouldShowInTheRelevanceWhenAnInteractionIsRecorded() {
        // Given
        var contact = workspace.contact("alex");

        // When
        workspace
                .as("alex")
                .body(Map.of("contactId", contact, "kind", "call", "direction", "OUTBOUND", "subject", "Hello"))
                .post("/v1/interactions")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/interactions/"))
                .body("matched", equalTo(true), "owner", equalTo("alex"), "contactId", equalTo(contact.toString()));

        // Then
        workspace.awaitInteractions(contact, 1);
        workspace
                .as("alex")
                .get("/v1/relevance/" + contact)
                .then()
                .body("band", equalTo("cooling"), "owner", equalTo("alex"), "lastInboundAt", nullValue())
                .body("strength.toDouble()", closeTo(4.0 / 3, 0.001));
    }

    @Test
    void shouldFindTheContactByAnyFormOfItsAddressWhenOneIsGiven() {
        var contact = workspace.contact("alex", "jane@example.org", "+4930123456", "linkedin:jane-doe");

        for (var address : List.of(" Jane@Example.ORG", "+49 30 123456", "LinkedIn:@Jane-Doe")) {
            workspace
                    .as("alex")
                    .body(Map.of("address", address, "kind", "message", "direction", "INBOUND"))
                    .post("/v1/interactions")
                    .then()
                    .statusCode(201)
                    .body("contactId", equalTo(contact.toString()), "matched", equalTo(true));
        }
    }

    @Test
    void shouldAnswerTheStoredOneWhenSourceAndExternalIdCameBefore() {
        // Given
        var contact = workspace.contact("alex");
        var first = workspace.record(withExternalId(contact, "m-1", "first"));

        // When
        var again = workspace
                .as("alex")
                .body(withExternalId(contact, "m-1", "first"))
                .post("/v1/interactions");

        // Then
        again.then().statusCode(200).body("id", equalTo(first.toString()), "subject", equalTo("first"));
        assertThat(announced(contact)).isEqualTo(1);
    }

    @Test
    void shouldStoreTheGoodAndListTheBadWhenABatchHasBoth() {
        // Given
        var contact = workspace.contact("alex", "jane@example.org");
        var good = withExternalId(contact, "m-1", "one");
        var items = List.of(
                good,
                Map.of("address", "jane@example.org", "kind", "shouting", "direction", "OUTBOUND"),
                withExternalId(contact, "m-1", "the same again"),
                Map.of("kind", "call", "direction", "OUTBOUND"),
                Map.of("contactId", contact, "kind", "call"),
                Map.of("address", "stranger@example.org", "kind", "email", "direction", "INBOUND"),
                "not an object");

        // When
        var answer = workspace.as("alex").body(Map.of("items", items)).post("/v1/interactions/batch");

        // Then
        answer.then()
                .statusCode(200)
                .body("accepted", equalTo(2), "duplicates", equalTo(0), "updated", equalTo(1), "rejected", equalTo(4))
                .body("results", hasSize(7))
                .body("results.status", equalTo(List.of(201, 400, 200, 400, 400, 201, 400)))
                .body("results[1].problem.violations[0].field", equalTo("kind"))
                .body("results[3].problem.violations[0].field", equalTo("contactId"))
                .body("results[4].problem.violations[0].field", equalTo("direction"))
                .body("results[5].matched", equalTo(false));
        assertThat(answer.<String>path("results[0].id")).isEqualTo(answer.path("results[2].id"));
        workspace.awaitInteractions(contact, 1);
    }

    @Test
    void shouldReadTheBodyWhenItsLengthIsNotAnnounced() throws Exception {
        // Given
        var json = "{\"address\": \"a@b.org\", \"kind\": \"call\", \"direction\": \"OUTBOUND\"}";
        var chunked = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/interactions"))
                .header(
                        "Authorization",
                        "Bearer " + StackTestResource.token(workspace.name(), "alex", "engagement:write"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .build();

        // When
        var answer = HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void shouldNameTheFieldWhenTheRequestIsInvalid() {
        var contact = UUID.randomUUID();
        Map<Map<String, ?>, String> faults = Map.of(
                Map.of("kind", "call", "direction", "OUTBOUND"), "contactId",
                Map.of("contactId", contact, "address", "a@b.org", "kind", "call", "direction", "OUTBOUND"),
                        "contactId",
                Map.of("address", "nobody", "kind", "call", "direction", "OUTBOUND"), "address",
                Map.of("contactId", contact, "kind", "call", "direction", "UP"), "direction",
                Map.of("contactId", contact, "kind", "call", "direction", "OUTBOUND", "source", "x"), "externalId",
                Map.of("contactId", contact, "kind", "call", "direction", "OUTBOUND", "subject", "x".repeat(501)),
                        "subject",
                Map.of(
                                "contactId",
                                contact,
                                "kind",
                                "call",
                                "direction",
                                "OUTBOUND",
                                "occurredAt",
                                "1856-01-01T00:00:00Z"),
                        "occurredAt",
                Map.of(
                                "contactId",
                                contact,
                                "kind",
                                "call",
                                "direction",
                                "OUTBOUND",
                                "occurredAt",
                                Instant.now().plusSeconds(400).toString()),
                        "occurredAt");

        faults.forEach((body, field) -> workspace
                .as("alex")
                .body(body)
                .post("/v1/interactions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field)));
    }

    @Test
    void shouldListTheNewestFirstWithoutRepeatOrSkipWhenReadInPages() {
        // Given
        var contact = workspace.contact("alex");
        for (int i = 0; i < 7; i++) {
            workspace.record(Map.of(
                    "contactId",
                    contact,
                    "kind",
                    "note",
                    "direction",
                    "MUTUAL",
                    "subject",
                    "n" + i,
                    "occurredAt",
                    "2026-01-01T10:00:0" + (i / 2) + "Z"));
        }

        // When
        var subjects = new java.util.ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = workspace
                    .as("alex")
                    .queryParam("contact", contact)
                    .queryParam("limit", 3)
                    .queryParam("cursor", next)
                    .get("/v1/interactions");
            subjects.addAll(page.path("items.subject"));
            next = page.path("next");
        }

        // Then
        assertThat(subjects).containsExactly("n6", "n5", "n4", "n3", "n2", "n1", "n0");
    }

    private Map<String, ?> withExternalId(UUID contact, String externalId, String subject) {
        return Map.of(
                "contactId",
                contact,
                "kind",
                "email",
                "direction",
                "OUTBOUND",
                "subject",
                subject,
                "source",
                "crm",
                "externalId",
                externalId);
    }

    private long announced(UUID contact) {
        workspace.awaitInteractions(contact, 1);
        var key = workspace.name() + "/" + contact;
        workspace.record(Map.of("contactId", contact, "kind", "note", "direction", "MUTUAL", "subject", "last"));
        workspace.awaitInteractions(contact, 2);
        return Topics.read("rapport.interactions", key).size() - 1L;
    }
}
