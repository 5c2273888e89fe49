package dev.rapport.engagement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@EngagementTest
class IsolationTest {

    private final Workspace mine = Workspace.create();
    private final Workspace other = Workspace.create();

    @Test
    void shouldSeeNothingWhenTheTokenIsOfAnotherWorkspace() {
        // Given
        var contact = mine.contact("alex", "jane@example.org");
        var interaction = mine.record(Map.of("contactId", contact, "kind", "call", "direction", "OUTBOUND"));
        var signal = see(mine, Map.of("contactId", contact));
        mine.awaitInteractions(contact, 1);

        for (var path : List.of(
                "/v1/interactions/" + interaction,
                "/v1/signals/" + signal,
                "/v1/timeline/" + contact,
                "/v1/relevance/" + contact,
                "/v1/relevance/" + contact + "/explanation")) {
            // When
            var answer = other.as("alex").get(path);

            // Then
            answer.then().statusCode(404).contentType("application/problem+json");
            var unknown = other.as("alex")
                    .get(path.replaceAll("[0-9a-f-]{36}", UUID.randomUUID().toString()));
            assertThat(answer.asString()).isEqualTo(unknown.asString());
        }
        other.as("alex")
                .queryParam("contact", contact)
                .get("/v1/interactions")
                .then()
                .body("items", hasSize(0));
        other.as("alex").get("/v1/relevance").then().body("items", hasSize(0));
        for (var query : List.of("", "?contact=" + contact, "?owner=alex", "?kind=birthday")) {
            other.as("alex").get("/v1/signals" + query).then().body("items", hasSize(0));
        }
    }

    @Test
    void shouldChangeNothingWhenTheTokenIsOfAnotherWorkspace() {
        // Given
        var contact = mine.contact("alex", "jane@example.org");
        var interaction = mine.record(Map.of(
                "contactId", contact, "kind", "call", "direction", "OUTBOUND", "source", "crm", "externalId", "1"));

        var signal = see(mine, Map.of("contactId", contact));

        // When
        other.as("alex").delete("/v1/interactions/" + interaction).then().statusCode(404);
        other.as("alex").delete("/v1/signals/" + signal).then().statusCode(404);
        other.as("alex")
                .body(Map.of("title", "x"))
                .patch("/v1/signals/" + signal)
                .then()
                .statusCode(404);
        other.as("alex").post("/v1/signals/" + signal + "/restore").then().statusCode(404);
        var theirs = see(other, Map.of("contactId", contact));
        other.as("alex")
                .get("/v1/signals/" + theirs)
                .then()
                .body("matched", equalTo(false), "sameAs", equalTo(null), "sources", hasSize(0));
        for (var named : List.of(Map.of("contactId", contact), Map.of("address", "jane@example.org"))) {
            var body = new java.util.HashMap<String, Object>(named);
            body.putAll(Map.of("kind", "call", "direction", "INBOUND"));
            other.as("alex")
                    .body(body)
                    .post("/v1/interactions")
                    .then()
                    .statusCode(201)
                    .body("matched", equalTo(false));
        }
        other.as("alex")
                .body(Map.of(
                        "contactId",
                        contact,
                        "kind",
                        "call",
                        "direction",
                        "INBOUND",
                        "source",
                        "crm",
                        "externalId",
                        "1"))
                .post("/v1/interactions")
                .then()
                .statusCode(201);

        // Then
        mine.awaitInteractions(contact, 1);
        mine.as("alex").get("/v1/interactions/" + interaction).then().statusCode(200);
        mine.as("alex").get("/v1/signals/" + signal).then().body("title", equalTo("Birthday"), "sources", hasSize(0));
        mine.as("alex")
                .queryParam("contact", contact)
                .get("/v1/interactions")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void shouldRefuseWhenTheScopeOrTheTokenIsMissing() {
        var body = Map.of("address", "a@b.org", "kind", "call", "direction", "OUTBOUND");
        var id = UUID.randomUUID();

        mine.as("alex", "engagement:read")
                .body(body)
                .post("/v1/interactions")
                .then()
                .statusCode(403);
        mine.as("alex", "engagement:read")
                .body(Map.of("items", List.of(body)))
                .post("/v1/interactions/batch")
                .then()
                .statusCode(403);
        mine.as("alex", "engagement:read")
                .delete("/v1/interactions/" + id)
                .then()
                .statusCode(403);
        mine.as("alex", "contacts:read", "engagement:write")
                .get("/v1/interactions/" + id)
                .then()
                .statusCode(403);
        mine.as("alex", "engagement:write")
                .queryParam("contact", id)
                .get("/v1/interactions")
                .then()
                .statusCode(403);
        mine.as("alex", "engagement:write").get("/v1/relevance").then().statusCode(403);
        var reader = List.of("/v1/signals", "/v1/signals/batch", "/v1/signals/" + id + "/restore");
        reader.forEach(path ->
                mine.as("alex", "engagement:read").body(body).post(path).then().statusCode(403));
        mine.as("alex", "engagement:read")
                .body(body)
                .patch("/v1/signals/" + id)
                .then()
                .statusCode(403);
        mine.as("alex", "engagement:read").delete("/v1/signals/" + id).then().statusCode(403);
        for (var path : List.of("/v1/signals", "/v1/signals/" + id, "/v1/timeline/" + id)) {
            mine.as("alex", "engagement:write").get(path).then().statusCode(403);
        }
        mine.as("alex", "engagement:write").get("/v1/relevance/" + id).then().statusCode(403);
        mine.as("alex", "engagement:write")
                .get("/v1/relevance/" + id + "/explanation")
                .then()
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/interactions")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    private static String see(Workspace workspace, Map<String, ?> named) {
        var signal = new java.util.HashMap<String, Object>(named);
        signal.putAll(Map.of("kind", "birthday", "title", "Birthday"));
        return workspace
                .as("alex")
                .body(signal)
                .post("/v1/signals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
