package dev.rapport.contacts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever builds a client finds all that there is to know of every operation in the document, including the newest one. */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class OpenApiCompletenessTest {

    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        document = new ObjectMapper()
                .readTree(given().get("/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    @Test
    void shouldNameEveryOperation() {
        assertThat(operations()).hasSizeGreaterThan(8).allSatisfy(it -> {
            assertThat(it.told().path("operationId").asText()).as(it.name()).isNotBlank();
            assertThat(it.told().path("summary").asText()).as(it.name()).isNotBlank();
            assertThat(it.told().path("tags")).as(it.name()).isNotEmpty();
        });
        assertThat(operations())
                .extracting(it -> it.told().path("operationId").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldTellThatEveryOperationNeedsAToken() {
        var schemes = document.at("/components/securitySchemes");

        assertThat(operations()).allSatisfy(it -> {
            var security = it.told().has("security") ? it.told().path("security") : document.path("security");
            assertThat(security).as(it.name()).isNotEmpty();
            assertThat(security).as(it.name()).allSatisfy(scheme -> assertThat(schemes.properties())
                    .extracting(Map.Entry::getKey)
                    .containsAll(() -> scheme.fieldNames()));
        });
    }

    @Test
    void shouldTellWhatEveryParameterMeans() {
        assertThat(operations())
                .allSatisfy(operation -> assertThat(operation.parameters()).allSatisfy(it -> {
                    var schema = resolved(it.path("schema"));
                    assertThat(it.has("description")
                                    || schema.has("enum")
                                    || schema.path("format").asText().equals("uuid"))
                            .as("%s says what %s means", operation.name(), it.path("name"))
                            .isTrue();
                }));
    }

    @Test
    void shouldShowEveryJsonBodyByValidExamples() {
        assertThat(operations()).allSatisfy(operation -> {
            assertShown(operation.name(), operation.told().at("/requestBody/content"));
            operation
                    .answers()
                    .forEach(answer -> assertShown(
                            operation.name() + " " + answer.getKey(),
                            answer.getValue().path("content")));
        });
    }

    @Test
    void shouldTellEveryErrorAsAProblem() {
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.answers())
                    .as(operation.name())
                    .extracting(Map.Entry::getKey)
                    .containsAll(operation.due())
                    .anyMatch(status -> status.startsWith("2"));
            assertThat(operation.answers())
                    .filteredOn(answer -> answer.getKey().matches("[45].."))
                    .allSatisfy(answer -> assertThat(answer.getValue()
                                    .at("/content/application~1problem+json/schema/$ref")
                                    .asText())
                            .as(operation.name() + " " + answer.getKey())
                            .endsWith("/Problem"));
        });
    }

    private void assertShown(String where, JsonNode content) {
        content.properties().stream()
                .filter(media ->
                        media.getKey().endsWith("/json") || media.getKey().endsWith("+json"))
                .forEach(media -> {
                    var examples = new ArrayList<JsonNode>();
                    if (media.getValue().has("example")) {
                        examples.add(media.getValue().path("example"));
                    }
                    media.getValue().path("examples").forEach(it -> examples.add(it.path("value")));
                    assertThat(examples)
                            .as("examples of %s as %s", where, media.getKey())
                            .isNotEmpty();
                    assertThat(examples)
                            .as("examples of %s as %s", where, media.getKey())
                            .allSatisfy(it -> assertThat(faults(media.getValue().path("schema"), it))
                                    .isEmpty());
                });
    }

    /** A binary schema is of a file, which an example shows as text or as what it holds. */
    private Set<ValidationMessage> faults(JsonNode schema, JsonNode example) {
        if (schema.path("format").asText().equals("binary")) {
            return Set.of();
        }
        var rooted = new ObjectMapper().createObjectNode();
        rooted.set("components", document.path("components"));
        rooted.putArray("allOf").add(schema);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(rooted)
                .validate(example);
    }

    private List<ApiOperation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("responses"))
                        .map(method -> new ApiOperation(
                                method.getKey() + " " + path.getKey(), path.getKey(), method.getValue())))
                .toList();
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }
}
