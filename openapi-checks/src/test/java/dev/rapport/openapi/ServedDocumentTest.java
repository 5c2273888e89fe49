package dev.rapport.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedDocumentTest {

    private static final String PROBLEM =
            "{\"description\": \"d\", \"content\": {\"application/problem+json\": {\"schema\": {\"$ref\":"
                    + " \"#/components/schemas/Problem\"}, \"example\": {\"title\": \"t\"}}}}";

    private static final String COMPLETE = """
            {"openapi": "3.1.0", "security": [{"bearer": []}],
             "components": {"securitySchemes": {"bearer": {"type": "http"}},
               "schemas": {"Problem": {"type": "object", "properties": {"title": {"type": "string"}}},
                 "Thing": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}}},
             "paths": {"/v1/things/{id}": {"get": {
               "operationId": "getThing", "summary": "One thing", "tags": ["Things"],
               "parameters": [{"name": "id", "in": "path", "schema": {"type": "string", "format": "uuid"}},
                 {"name": "size", "in": "query", "description": "How large", "schema": {"type": "integer"}}],
               "responses": {"200": {"description": "d", "content": {"application/json": {
                   "schema": {"$ref": "#/components/schemas/Thing"}, "example": {"name": "n"}}}},
                 "400": $p, "401": $p, "403": $p, "404": $p, "429": $p, "500": $p, "503": $p}}}}}""".replace("$p", PROBLEM);

    @Test
    void shouldFindNoFaultWhenEverythingIsTold() throws JsonProcessingException {
        var document = ServedDocument.of(COMPLETE);

        assertThat(document.faults()).isEmpty();
        assertThat(document.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "operationId": "getThing", |                    | get /v1/things/{id} has no operationId
            "summary": "One thing",    |                    | get /v1/things/{id} has no summary
            ["Things"]                 | []                 | get /v1/things/{id} has no tag
            [{"bearer": []}]           | []                 | get /v1/things/{id} does not say that it needs a token
            [{"bearer": []}]           | [{"basic": []}]    | get /v1/things/{id} names the unknown security scheme basic
            "description": "How large",|                    | get /v1/things/{id} does not say what size means
            "404":                     | "499":             | get /v1/things/{id} does not tell of 404
            "400":                     | "499":             | get /v1/things/{id} does not tell of 400
            "200":                     | "302":             | get /v1/things/{id} does not tell of success
            , "example": {"name": "n"} |                    | get /v1/things/{id} 200 as application/json has no example
            """)
    void shouldNameWhatIsMissing(String told, String instead, String fault) throws JsonProcessingException {
        var document = ServedDocument.of(COMPLETE.replace(told, instead == null ? "" : instead));

        assertThat(document.faults()).isEqualTo(List.of(fault));
    }

    @Test
    void shouldNameAnExampleThatDoesNotFitItsSchema() throws JsonProcessingException {
        var document = ServedDocument.of(COMPLETE.replace("{\"name\": \"n\"}", "{\"name\": 1}"));

        assertThat(document.faults())
                .singleElement()
                .asString()
                .startsWith("get /v1/things/{id} 200 as application/json has an example that is not valid");
    }

    @Test
    void shouldNameAnErrorThatIsNoProblem() throws JsonProcessingException {
        var document = ServedDocument.of(COMPLETE.replace("\"500\": " + PROBLEM, "\"500\": {\"description\": \"d\"}"));

        assertThat(document.faults()).containsExactly("get /v1/things/{id} 500 is not a problem");
    }

    @Test
    void shouldNameAStatusThatAServiceDemandsOfAHeader() throws JsonProcessingException {
        var document = ServedDocument.of(
                        COMPLETE.replace("\"size\", \"in\": \"query\"", "\"If-Match\", \"in\": \"header\""))
                .demanding("If-Match", "428");

        assertThat(document.faults())
                .containsExactlyInAnyOrder(
                        "get /v1/things/{id} does not tell of 412", "get /v1/things/{id} does not tell of 428");
    }
}
