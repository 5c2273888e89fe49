package dev.rapport.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

class CompleteDocumentTest {

    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String PROBLEM = "application/problem+json";

    @Test
    void shouldTellWhatAnyRequestCanMeetWhenTheResourceDoesNot() {
        var operation = operation();

        complete(operation, Map.of());

        assertThat(operation.getResponses().getAPIResponses().keySet())
                .containsExactly("200", "401", "403", "406", "429", "500", "503");
    }

    @Test
    void shouldTellFaultsOfInputOnlyWhenThereIsInput() {
        var byId = operation().addParameter(parameter("id", Parameter.In.PATH));
        var list = operation().addParameter(parameter("limit", Parameter.In.QUERY));

        complete(byId, Map.of());
        complete(list, Map.of());

        assertThat(byId.getResponses().hasAPIResponse("400")).isFalse();
        assertThat(list.getResponses().hasAPIResponse("400")).isTrue();
        assertThat(list.getParameters().get(0).getDescription()).isNotBlank();
        assertThat(list.getParameters().get(0).getSchema().getType()).containsExactly(SchemaType.STRING);
    }

    @Test
    void shouldShowTheProblemOfAStatusInTheResourcesOwnWords() {
        var operation = operation();
        operation
                .getResponses()
                .addAPIResponse("412", OASFactory.createAPIResponse().description("Too late"));

        complete(operation, Map.of());

        var problem =
                operation.getResponses().getAPIResponse("412").getContent().getMediaType(PROBLEM);
        assertThat(problem.getExample())
                .isEqualTo(Map.of(
                        "type",
                        "urn:rapport:problem:precondition-failed",
                        "title",
                        "The resource has changed",
                        "status",
                        412,
                        "detail",
                        "Too late."));
    }

    @Test
    void shouldMakeAPatchInWhichEverythingMayBeNullAndNothingIsRequired() {
        var operation = operation();
        operation.setRequestBody(OASFactory.createRequestBody()
                .content(OASFactory.createContent()
                        .addMediaType(MERGE_PATCH, OASFactory.createMediaType().schema(reference("NewThing")))));
        var thing = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addRequired("name")
                .addProperty("name", text("Jane"))
                .addProperty("size", text("1").readOnly(true))
                .addProperty("place", reference("Place"));
        var place = OASFactory.createSchema().addType(SchemaType.OBJECT).addProperty("town", text("Berlin"));

        var document = complete(operation, Map.of("NewThing", thing, "Place", place));

        var schemas = document.getComponents().getSchemas();
        var patch = schemas.get("ThingPatch");
        assertThat(operation
                        .getRequestBody()
                        .getContent()
                        .getMediaType(MERGE_PATCH)
                        .getSchema()
                        .getRef())
                .endsWith("/ThingPatch");
        assertThat(patch.getRequired()).isNull();
        assertThat(patch.getProperties()).containsOnlyKeys("name", "place");
        assertThat(patch.getProperties().get("name").getType()).containsExactly(SchemaType.STRING, SchemaType.NULL);
        assertThat(patch.getProperties().get("place").getAnyOf().get(0).getRef())
                .endsWith("/PlacePatch");
        assertThat(schemas.get("NewThing").getProperties().get("name").getType())
                .containsExactly(SchemaType.STRING);
    }

    @Test
    void shouldPutExamplesTogetherAlsoWhenASchemaContainsItself() {
        var operation = operation();
        operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaType(JSON)
                .schema(reference("Thing"));
        var thing = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("name", "parent"))
                .addProperty("name", text("Jane"))
                .addProperty("parent", reference("Thing"))
                .addProperty("silent", OASFactory.createSchema().addType(SchemaType.STRING));

        complete(operation, Map.of("Thing", thing));

        assertThat(operation
                        .getResponses()
                        .getAPIResponse("200")
                        .getContent()
                        .getMediaType(JSON)
                        .getExample())
                .isEqualTo(Map.of("name", "Jane"));
    }

    @Test
    void shouldKeepTheExampleThatTheResourceTells() {
        var operation = operation();
        var answer = operation.getResponses().getAPIResponse("200").getContent().getMediaType(JSON);
        answer.schema(text("Jane")).example("Ann");

        complete(operation, Map.of());

        assertThat(answer.getExample()).isEqualTo("Ann");
    }

    private static OpenAPI complete(Operation operation, Map<String, Schema> schemas) {
        var document = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents())
                .paths(OASFactory.createPaths()
                        .addPathItem("/things", OASFactory.createPathItem().GET(operation)));
        schemas.forEach(document.getComponents()::addSchema);
        new CompleteDocument().filterOpenAPI(document);
        return document;
    }

    private static Operation operation() {
        return OASFactory.createOperation()
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "200",
                                OASFactory.createAPIResponse()
                                        .description("A thing")
                                        .content(OASFactory.createContent()
                                                .addMediaType(JSON, OASFactory.createMediaType()))));
    }

    private static Parameter parameter(String name, Parameter.In in) {
        return OASFactory.createParameter().name(name).in(in);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(name);
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(SchemaType.STRING).addExample(example);
    }
}
