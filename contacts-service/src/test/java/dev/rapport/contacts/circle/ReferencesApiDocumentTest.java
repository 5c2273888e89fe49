package dev.rapport.contacts.circle;

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
class ReferencesApiDocumentTest {

    private static final Map<String, List<String>> ANSWERS = Map.ofEntries(
            Map.entry("'/v1/circles'.get", List.of("200", "400")),
            Map.entry("'/v1/circles'.post", List.of("201", "400", "409", "422")),
            Map.entry("'/v1/circles/{id}'.get", List.of("200", "304", "404")),
            Map.entry("'/v1/circles/{id}'.patch", List.of("200", "404", "409", "412", "428")),
            Map.entry("'/v1/circles/{id}'.put", List.of("200", "404", "409", "412", "428")),
            Map.entry("'/v1/circles/{id}'.delete", List.of("204", "404", "412", "428")),
            Map.entry("'/v1/circles/{id}/members'.get", List.of("200", "404")),
            Map.entry("'/v1/circles/{id}/members'.post", List.of("200", "404", "409", "422")),
            Map.entry("'/v1/circles/{id}/members/{contactId}'.put", List.of("204", "308", "404", "409")),
            Map.entry("'/v1/circles/{id}/members/{contactId}'.delete", List.of("204", "308", "404")),
            Map.entry("'/v1/custom-fields'.get", List.of("200", "400")),
            Map.entry("'/v1/custom-fields/{key}'.put", List.of("200", "201", "400", "409")),
            Map.entry("'/v1/custom-fields/{key}'.delete", List.of("204", "404")),
            Map.entry("'/v1/contacts/{id}/photo'.get", List.of("200", "304", "308", "404")),
            Map.entry("'/v1/contacts/{id}/photo'.put", List.of("200", "308", "404", "412", "413", "415", "428")),
            Map.entry("'/v1/contacts/{id}/photo'.delete", List.of("204", "308", "404", "412", "428")));

    @Test
    void shouldTellEveryAnswerOfEveryOperationWithExamples() {
        var document = document();

        ANSWERS.forEach((operation, statuses) -> {
            var path = "paths." + operation;
            assertThat(document.getMap(path + ".responses").keySet().stream().map(Object::toString))
                    .as(operation)
                    .containsAll(statuses);
            assertThat(document.getString(path + ".operationId")).as(operation).isNotBlank();
            for (var body : List.of(".requestBody", ".responses.'200'", ".responses.'201'")) {
                var json = path + body + ".content.'application/json'";
                if (document.getMap(json) != null) {
                    assertThat(document.getMap(json)).as(operation + body).containsKeys("schema", "examples");
                }
            }
        });
    }

    @Test
    void shouldDescribeBodiesWithSchemas() {
        assertThat(document().getMap("components.schemas"))
                .containsKeys("NewCircle", "Circle", "CirclePage", "MemberChanges", "NewCustomField", "CustomField");
        assertThat(document().getMap("components.schemas.NewCustomField.properties").keySet().stream()
                        .map(Object::toString))
                .containsExactlyInAnyOrder("name", "type", "choices");
        assertThat(document().getMap("components.schemas.MemberChanges.properties").keySet().stream()
                        .map(Object::toString))
                .containsExactlyInAnyOrder("add", "remove");
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
