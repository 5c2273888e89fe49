package dev.rapport.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An OpenAPI 3.1 document as a service serves it. */
public final class ServedDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final Map<String, List<String>> demands = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private ServedDocument(JsonNode document) {
        this.document = document;
    }

    /** Reads a document; throws {@link JsonProcessingException} for one that is no JSON. */
    public static ServedDocument of(String json) throws JsonProcessingException {
        return new ServedDocument(JSON.readTree(json));
    }

    /**
     * What a client's author would miss: names, summaries and tags of operations, what their parameters mean, valid examples
     * of every JSON body, the common errors, each as a problem, and the need of a token. Empty when nothing is missing.
     */
    public List<String> faults() {
        faults.clear();
        var ids = new HashSet<String>();
        operations().forEach(operation -> {
            judgeName(operation, ids);
            judgeAccess(operation);
            judgeParameters(operation);
            judgeAnswers(operation);
            judgeBody(operation.name(), operation.told().at("/requestBody/content"));
        });
        return List.copyOf(faults);
    }

    /** Demands that operations that take a header tell of a status, beside those that all services have in common. */
    public ServedDocument demanding(String header, String status) {
        demands.computeIfAbsent(header, it -> new ArrayList<>()).add(status);
        return this;
    }

    /** How many operations the document tells of. */
    public int size() {
        return operations().size();
    }

    private List<ApiOperation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("responses"))
                        .map(method -> new ApiOperation(
                                method.getKey() + " " + path.getKey(), path.getKey(), method.getValue())))
                .toList();
    }

    private void judgeName(ApiOperation operation, Set<String> ids) {
        var id = operation.told().path("operationId").asText();
        require(!id.isBlank(), operation.name() + " has no operationId");
        require(ids.add(id), operation.name() + " has the operationId of another: " + id);
        require(!operation.told().path("summary").asText().isBlank(), operation.name() + " has no summary");
        require(!operation.told().path("tags").isEmpty(), operation.name() + " has no tag");
    }

    private void judgeAccess(ApiOperation operation) {
        var schemes = document.at("/components/securitySchemes");
        var told = operation.told();
        var security = told.has("security") ? told.path("security") : document.path("security");
        require(!security.isEmpty(), operation.name() + " does not say that it needs a token");
        security.forEach(scheme -> scheme.fieldNames()
                .forEachRemaining(name ->
                        require(schemes.has(name), operation.name() + " names the unknown security scheme " + name)));
    }

    private void judgeParameters(ApiOperation operation) {
        operation.parameters().forEach(parameter -> {
            var schema = resolved(parameter.path("schema"));
            require(
                    parameter.has("description")
                            || schema.has("enum")
                            || schema.path("format").asText().equals("uuid"),
                    operation.name() + " does not say what "
                            + parameter.path("name").asText() + " means");
        });
    }

    private void judgeAnswers(ApiOperation operation) {
        var statuses =
                operation.answers().stream().map(answer -> answer.getKey()).toList();
        var due = new ArrayList<>(operation.due());
        demands.forEach((header, demanded) -> due.addAll(operation.takes(header) ? demanded : List.of()));
        due.stream()
                .filter(status -> !statuses.contains(status))
                .forEach(status -> faults.add(operation.name() + " does not tell of " + status));
        require(
                statuses.stream().anyMatch(status -> status.startsWith("2")),
                operation.name() + " does not tell of success");
        operation.answers().forEach(answer -> {
            var name = operation.name() + " " + answer.getKey();
            if (answer.getKey().matches("[45]..")) {
                var problem = answer.getValue().at("/content/application~1problem+json/schema/$ref");
                require(problem.asText().endsWith("/Problem"), name + " is not a problem");
            }
            judgeBody(name, answer.getValue().path("content"));
        });
    }

    private void judgeBody(String where, JsonNode content) {
        content.properties().stream()
                .filter(media ->
                        media.getKey().endsWith("/json") || media.getKey().endsWith("+json"))
                .forEach(media -> {
                    var name = where + " as " + media.getKey();
                    var examples = examples(media.getValue());
                    require(!examples.isEmpty(), name + " has no example");
                    for (var example : examples) {
                        faults(media.getValue().path("schema"), example)
                                .forEach(it -> faults.add(name + " has an example that is not valid: " + it));
                    }
                });
    }

    private static List<JsonNode> examples(JsonNode media) {
        var examples = new ArrayList<JsonNode>();
        if (media.has("example")) {
            examples.add(media.path("example"));
        }
        media.path("examples").forEach(it -> examples.add(it.path("value")));
        return examples;
    }

    /** A binary schema is of a file, which an example shows as text or as what it holds. */
    private Set<ValidationMessage> faults(JsonNode schema, JsonNode example) {
        if (schema.path("format").asText().equals("binary")) {
            return Set.of();
        }
        var rooted = JSON.createObjectNode();
        rooted.set("components", document.path("components"));
        rooted.putArray("allOf").add(schema);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(rooted)
                .validate(example);
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
