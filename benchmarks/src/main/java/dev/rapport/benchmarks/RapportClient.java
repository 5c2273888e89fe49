package dev.rapport.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Speaks the public API of a running Rapport; every answer that is not 2xx ends the run. */
final class RapportClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;
    private final URI contacts =
            URI.create(System.getenv().getOrDefault("RAPPORT_CONTACTS_URL", "http://localhost:8081"));
    private final URI engagement =
            URI.create(System.getenv().getOrDefault("RAPPORT_ENGAGEMENT_URL", "http://localhost:8082"));

    /** With the token of the environment. */
    RapportClient() {
        this("RAPPORT_TOKEN");
    }

    /** @param variable of the environment, which holds the token */
    RapportClient(String variable) {
        token = required(variable);
    }

    /** The workspace that the token is for. */
    String workspace() throws IOException {
        var claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return JSON.readTree(claims).required("workspace").asText();
    }

    /** Adds a contact with this email address; returns its id. */
    String addContact(String email) throws IOException, InterruptedException {
        var body = Map.of("displayName", email, "emails", new String[] {email});
        return send(contacts, "POST", "/v1/contacts", body).get("id").asText();
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send(engagement, "POST", path, body);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(engagement, "GET", path, null);
    }

    /** How many interactions the contact's tie counts just now; 0 while it has none. */
    long counted(String contact) throws IOException, InterruptedException {
        var answer = exchange(engagement, "GET", "/v1/relevance/" + contact, null);
        return answer.statusCode() == 404
                ? 0
                : JSON.readTree(answer.body()).path("interactions").asLong();
    }

    private JsonNode send(URI service, String method, String path, Object body)
            throws IOException, InterruptedException {
        var answer = exchange(service, method, path, body);
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> exchange(URI service, String method, String path, Object body)
            throws IOException, InterruptedException {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        var request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String required(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("set " + name + ", as benchmarks/run does");
        }
        return value;
    }
}
