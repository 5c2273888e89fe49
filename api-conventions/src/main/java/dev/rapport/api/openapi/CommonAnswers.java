package dev.rapport.api.openapi;

import dev.rapport.api.problem.Problem;
import dev.rapport.api.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The answers that operations have in common: problems any request can meet, and the headers that go with a status. */
final class CommonAnswers {

    private static final Map<String, String> OF_ALL = Map.of(
            "401", "No valid bearer token",
            "403", "The token lacks the scope or the workspace",
            "429", "The workspace has used up its requests for the moment; `RateLimit` tells how many are left",
            "500", "A fault of the service; `traceId` names it",
            "503", "The database does not answer; `Retry-After` says when to try again");
    private static final Map<String, String> OF_BODIES = Map.of(
            "413", "The body is too large",
            "415", "The body is not of a media type that the operation reads");
    private static final String KEY = "Idempotency-Key";
    private static final String RUNNING_KEY = "The first request with this " + KEY;
    private static final Map<String, String> OF_KEYS = Map.of(
            "409", RUNNING_KEY + " is still running",
            "422", "This " + KEY + " came with another request before");
    private static final Map<String, Map<String, String>> HEADERS = Map.of(
            "308", Map.of("Location", "Where to send the request instead"),
            "401", Map.of("WWW-Authenticate", "How to authenticate: Bearer"),
            "429", Map.of("Retry-After", "In how many seconds to try again"),
            "503", Map.of("Retry-After", "In how many seconds to try again"));
    private static final String TRACE = "5f0c3f1f6d2f4b1e8c1b1f2a3d4e5f60";

    private CommonAnswers() {}

    /** Adds what is missing and brings the answers into the order of their statuses. */
    static void addTo(Operation operation) {
        var answers = operation.getResponses();
        missing(operation).forEach((status, description) -> {
            if (!answers.hasAPIResponse(status)
                    || answers.getAPIResponse(status).getDescription() == null
                    || answers.getAPIResponse(status).getDescription().isBlank()) {
                answers.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
            }
        });
        answers.getAPIResponses().forEach(CommonAnswers::complete);
        answers.setAPIResponses(new TreeMap<>(answers.getAPIResponses()));
    }

    /** Ids in paths are no input in the sense of 400: a malformed one is an unknown one. */
    private static Map<String, String> missing(Operation operation) {
        var missing = new LinkedHashMap<>(OF_ALL);
        if (operation.getRequestBody() != null) {
            missing.putAll(OF_BODIES);
        }
        if (takes(operation, it -> KEY.equals(it.getName()))) {
            missing.putAll(OF_KEYS);
        }
        if (operation.getRequestBody() != null || takes(operation, it -> it.getIn() != Parameter.In.PATH)) {
            missing.put("400", "The request is not valid; `violations` names the fields");
        }
        if (operation.getResponses().getAPIResponses().entrySet().stream()
                .anyMatch(answer ->
                        answer.getKey().startsWith("2") && answer.getValue().getContent() != null)) {
            missing.put("406", "There is no answer of a media type that `Accept` names");
        }
        return missing;
    }

    private static boolean takes(Operation operation, Predicate<Parameter> such) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(such);
    }

    private static void complete(String status, APIResponse answer) {
        HEADERS.getOrDefault(status, Map.of()).forEach((name, description) -> {
            if (answer.getHeaders() == null || !answer.getHeaders().containsKey(name)) {
                answer.addHeader(name, OASFactory.createHeader().description(description));
            }
        });
        if (answer.getHeaders() != null) {
            answer.getHeaders().values().forEach(CommonAnswers::asText);
        }
        if ((status.startsWith("4") || status.startsWith("5")) && answer.getContent() == null) {
            answer.setContent(problem(Integer.parseInt(status), answer.getDescription()));
        }
    }

    private static void asText(Header header) {
        if (header.getSchema() == null && header.getContent() == null && header.getRef() == null) {
            header.setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        }
    }

    private static Content problem(int status, String description) {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(ProblemSchema.NAME))
                                .example(example(status, description)));
    }

    private static Map<String, Object> example(int status, String description) {
        var type = status == ProblemType.REQUEST_IN_PROGRESS.status() && description.startsWith(RUNNING_KEY)
                ? ProblemType.REQUEST_IN_PROGRESS
                : ProblemType.ofStatus(status);
        var example = new LinkedHashMap<String, Object>();
        example.put("type", type.uri());
        example.put("title", type.title());
        example.put("status", status);
        if (type == ProblemType.INVALID_REQUEST) {
            example.put("detail", "limit must be a whole number");
            example.put("violations", List.of(violation("limit", "must be a whole number")));
            return example;
        }
        example.put("detail", description + ".");
        if (status >= ProblemType.INTERNAL_ERROR.status()) {
            example.put("traceId", TRACE);
        }
        return example;
    }

    /** In an order that is the same in every build. */
    private static Map<String, Object> violation(String field, String message) {
        var violation = new LinkedHashMap<String, Object>();
        violation.put("field", field);
        violation.put("message", message);
        return violation;
    }
}
