package dev.rapport.contacts.merging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class MergeApiDocumentTest {

    private static final Map<String, List<String>> ANSWERS = Map.of(
            "'/v1/contacts/duplicates'.get", List.of("200", "400", "401", "403"),
            "'/v1/contacts/duplicates/{pair}/not-a-duplicate'.put", List.of("204", "404"),
            "'/v1/contacts/duplicates/{pair}/not-a-duplicate'.delete", List.of("204", "404"),
            "'/v1/contacts'.post", List.of("200", "201", "409"),
            "'/v1/contacts/{id}/merge'.post", List.of("200", "308", "400", "404", "409", "412", "422", "428"),
            "'/v1/merges'.get", List.of("200", "400"),
            "'/v1/merges/{id}'.get", List.of("200", "404"),
            "'/v1/merges/{id}'.delete", List.of("204", "404", "409", "410"));

    @Test
    void shouldTellEveryAnswerAndTheWordsOfTheApi() {
        var document = given().accept("application/json")
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        ANSWERS.forEach((operation, statuses) -> {
            Map<String, Object> responses = document.getMap("paths." + operation + ".responses");
            assertThat(responses.keySet()).as(operation).containsAll(statuses);
        });
        assertThat(document.getList("components.schemas.OnDuplicate.enum")).containsExactly("allow", "refuse", "merge");
        assertThat(document.getList("components.schemas.Evidence.enum")).contains("same_email", "different_birthday");
        assertThat(document.getMap("components.schemas"))
                .containsKeys("MergedContact", "MergeRequest", "Merge", "Duplicate", "DuplicatePage", "MergePage");
    }
}
