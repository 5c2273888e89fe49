package dev.rapport.engagement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;

import org.junit.jupiter.api.Test;

@EngagementTest
class ApiDocumentTest {

    @Test
    void shouldDescribeEveryOperationWhenTheDocumentIsRead() {
        var document = given().accept("application/json").get("/openapi").then().statusCode(200);
        for (var path : new String[] {
            "/v1/interactions",
            "/v1/interactions/batch",
            "/v1/interactions/{id}",
            "/v1/relevance",
            "/v1/relevance/{contactId}",
            "/v1/relevance/{contactId}/explanation",
            "/v1/signals",
            "/v1/signals/batch",
            "/v1/signals/{id}",
            "/v1/signals/{id}/restore",
            "/v1/timeline/{contactId}"
        }) {
            document.body("paths", hasKey(path));
        }
        document.body("components.schemas.NewInteraction.properties.kind", notNullValue());
    }

    @Test
    void shouldBeReadyWhenTheDatabaseAnswers() {
        given().get("/q/health/ready").then().statusCode(200);
    }
}
