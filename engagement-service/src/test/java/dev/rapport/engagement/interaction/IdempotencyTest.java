package dev.rapport.engagement.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EngagementTest
class IdempotencyTest {

    private final Workspace workspace = Workspace.create();

    @Test
    void shouldStoreOneWhenTwentyEqualRequestsComeAtOnce() throws Exception {
        // Given
        var contact = workspace.contact("alex");
        var body = Map.of("contactId", contact, "kind", "call", "direction", "OUTBOUND");
        Callable<Response> request = () -> post(body, "twenty");
        var threads = Executors.newFixedThreadPool(20);

        // When
        var answers = threads.invokeAll(Stream.generate(() -> request).limit(20).toList());
        threads.shutdown();

        // Then
        var created = answers.stream()
                .map(IdempotencyTest::get)
                .filter(answer -> answer.statusCode() == 201)
                .toList();
        assertThat(answers).extracting(answer -> answer.get().statusCode()).containsOnly(201, 409);
        assertThat(created).isNotEmpty();
        String id = created.get(0).path("id");
        assertThat(created).extracting(answer -> answer.<String>path("id")).containsOnly(id);
        assertThat(items(contact)).hasSize(1);
        workspace.awaitInteractions(contact, 1);
    }

    @Test
    void shouldReplayTheAnswerWhenABatchIsSentAgain() {
        // Given
        var contact = workspace.contact("alex");
        var items = Map.of("items", List.of(Map.of("contactId", contact, "kind", "call", "direction", "OUTBOUND")));
        var first =
                workspace.as("alex").header("Idempotency-Key", "b").body(items).post("/v1/interactions/batch");

        // When
        var second =
                workspace.as("alex").header("Idempotency-Key", "b").body(items).post("/v1/interactions/batch");

        // Then
        second.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(items(contact)).hasSize(1);
    }

    @Test
    void shouldRefuseAKeyWhenItCameWithAnotherBodyButNotInAnotherWorkspace() {
        // Given
        var contact = workspace.contact("alex");
        var body = Map.of("contactId", contact, "kind", "call", "direction", "OUTBOUND");
        var first = post(body, "k");

        // When
        var other = post(Map.of("contactId", contact, "kind", "email", "direction", "OUTBOUND"), "k");
        var elsewhere = Workspace.create()
                .as("alex")
                .header("Idempotency-Key", "k")
                .body(body)
                .post("/v1/interactions");

        // Then
        other.then().statusCode(422);
        elsewhere.then().statusCode(201).body("id", not(equalTo(first.path("id"))), "matched", equalTo(false));
    }

    private Response post(Map<String, ?> body, String key) {
        return workspace.as("alex").header("Idempotency-Key", key).body(body).post("/v1/interactions");
    }

    private List<?> items(UUID contact) {
        return workspace
                .as("alex")
                .queryParam("contact", contact)
                .get("/v1/interactions")
                .path("items");
    }

    private static Response get(java.util.concurrent.Future<Response> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
