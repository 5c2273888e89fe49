package dev.rapport.contacts.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactApiDocumentTest {

    private static final Map<String, List<String>> ANSWERS = Map.of(
            "'/v1/contacts'.post", List.of("201", "400", "401", "403", "409", "413", "422", "500", "503"),
            "'/v1/contacts'.get", List.of("200", "400", "401", "403"),
            "'/v1/contacts/batch'.post", List.of("200", "400", "409", "422"),
            "'/v1/contacts/{id}'.get", List.of("200", "304", "404"),
            "'/v1/contacts/{id}'.patch", List.of("200", "400", "404", "412", "428"),
            "'/v1/contacts/{id}'.delete", List.of("204", "404", "412", "428"));

    @Test
    void shouldTellEveryAnswerOfEveryOperation() {
        var document = document();

        ANSWERS.forEach((operation, statuses) -> {
            Map<String, Object> responses = document.getMap("paths." + operation + ".responses");
            assertThat(responses.keySet()).as(operation).containsAll(statuses);
            assertThat(document.getString("paths." + operation + ".summary"))
                    .as(operation)
                    .isNotBlank();
        });
    }

    @Test
    void shouldDescribeProblemsAndBodiesWithSchemas() {
        var document = document();

        assertThat(
                        document.getString(
                                "paths.'/v1/contacts/{id}'.patch.responses.'412'.content.'application/problem+json'.schema.$ref"))
                .endsWith("/Problem");
        assertThat(document.getMap("components.schemas"))
                .containsKeys("NewContact", "Contact", "Cadence", "NewContacts", "ContactBatchResult", "Problem");
        assertThat(document.getMap("components.schemas.Cadence.properties"))
                .containsKeys("ideal", "longest", "counting");
        assertThat(document.getList("components.schemas.Relationship.enum")).contains("client", "other");
    }

    private static JsonPath document() {
        return given().accept("application/json")
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
