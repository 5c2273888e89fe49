package dev.rapport.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One operation of a document. */
record ApiOperation(String name, String path, JsonNode told) {

    Stream<JsonNode> parameters() {
        return StreamSupport.stream(told.path("parameters").spliterator(), false);
    }

    Set<Map.Entry<String, JsonNode>> answers() {
        return told.path("responses").properties();
    }

    /** Statuses that the operation must tell. */
    List<String> due() {
        var due = new ArrayList<>(List.of("401", "403", "429", "500", "503"));
        if (takesInput()) {
            due.add("400");
        }
        if (told.has("requestBody")) {
            due.addAll(List.of("413", "415"));
        }
        if (path.contains("{") && !adds()) {
            due.add("404");
        }
        if (takes("If-Match")) {
            due.add("412");
        }
        if (takes("Idempotency-Key")) {
            due.addAll(List.of("409", "422"));
        }
        return due;
    }

    boolean takes(String header) {
        return parameters().anyMatch(it -> it.path("name").asText().equals(header));
    }

    private boolean takesInput() {
        return told.has("requestBody")
                || parameters().anyMatch(it -> !it.path("in").asText().equals("path"));
    }

    /** A PUT that adds what is not there finds nothing missing; it answers 201 then. */
    private boolean adds() {
        return name.startsWith("put ") && told.path("responses").has("201");
    }
}
