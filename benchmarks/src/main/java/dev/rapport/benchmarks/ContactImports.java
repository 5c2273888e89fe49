package dev.rapport.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The contacts of one workspace over the public API, its imports above all; any answer that is not 2xx ends the run. */
final class ContactImports {

    private static final double NANOS = 1e9;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final String token;

    ContactImports(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    /** Sends a file; returns the import, which has only begun. */
    JsonNode start(String mediaType, Supplier<InputStream> file) throws IOException, InterruptedException {
        return send(request("/v1/contact-imports")
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofInputStream(file)));
    }

    /** The import when it is over. */
    JsonNode ended(JsonNode job) throws IOException, InterruptedException {
        while (true) {
            var state = get("/v1/contact-imports/" + job.required("id").asText());
            switch (state.required("state").asText()) {
                case "done" -> {
                    return state;
                }
                case "failed", "cancelled" -> throw new IOException("the import ended so: " + state);
                default -> Thread.sleep(200);
            }
        }
    }

    /** How many records a second an import brought in, from its own first second to its last. */
    static double perSecond(JsonNode ended) {
        var took = Duration.between(
                Instant.parse(ended.required("startedAt").asText()),
                Instant.parse(ended.required("endedAt").asText()));
        return ended.required("counts").required("records").asLong() * NANOS / took.toNanos();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofMinutes(30))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    request.method() + " " + request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
