package dev.rapport.demo.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Turns HTTP responses into answers, and failures into one line each. */
final class Answers {

    private Answers() {}

    static Answer read(HttpRequest request, HttpResponse<String> response, ObjectMapper json) {
        int status = response.statusCode();
        JsonNode body = parse(response.body(), json);
        if (status / 100 == 2 || status == 404) {
            return new Answer(status, response.headers().firstValue("ETag").orElse(null), body);
        }
        if (status == 401) {
            throw new ApiFailure(
                    401, "The token was refused by " + request.uri().getAuthority() + ".");
        }
        throw new ApiFailure(status, "%s answered %d: %s".formatted(name(request), status, describe(body)));
    }

    static String unreachable(HttpRequest request, IOException cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return "%s cannot be reached: %s".formatted(name(request), why);
    }

    /** The gist of a problem (RFC 9457). */
    static String describe(JsonNode problem) {
        String detail = problem.path("detail").asText("");
        String text = detail.isEmpty() ? problem.path("title").asText("no reason given") : detail;
        JsonNode errors = problem.path("errors");
        return errors.isEmpty() ? text : text + " " + errors;
    }

    private static String name(HttpRequest request) {
        return request.method() + " " + request.uri();
    }

    private static JsonNode parse(String body, ObjectMapper json) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
