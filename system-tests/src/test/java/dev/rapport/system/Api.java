package dev.rapport.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rapport's REST APIs as one member uses them. */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final RunningRapport rapport;
    private final String token;

    Api(RunningRapport rapport, String token) {
        this.rapport = rapport;
        this.token = token;
    }

    /** An answer: status, body as JSON (missing when there is none), content type. */
    record Answer(int status, JsonNode body, String contentType) {}

    /** Whether this address answers 200 just now. */
    static boolean isUp(URI address) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Sends a request; throws {@link UncheckedIOException} when there is no answer.
     *
     * @param body JSON, the bytes of a PNG image, or the text of an NDJSON file
     */
    Answer send(RunningService service, String method, String path, Object body) {
        var request = HttpRequest.newBuilder(service.url().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .method(method, publisher(body));
        if (body != null) {
            request.header("Content-Type", mediaType(body));
        }
        if (!method.equals("GET")) {
            request.header("If-Match", "*");
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var type = response.headers().firstValue("Content-Type").orElse("");
            var json = type.contains("json") ? JSON.readTree(response.body()) : MissingNode.getInstance();
            return new Answer(response.statusCode(), json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(Object body) {
        if (body == null) {
            return HttpRequest.BodyPublishers.noBody();
        }
        if (body instanceof byte[] image) {
            return HttpRequest.BodyPublishers.ofByteArray(image);
        }
        return HttpRequest.BodyPublishers.ofString(
                body instanceof String file ? file : JSON.valueToTree(body).toString());
    }

    private static String mediaType(Object body) {
        if (body instanceof byte[]) {
            return "image/png";
        }
        return body instanceof String ? "application/x-ndjson" : "application/json";
    }

    JsonNode get(RunningService service, String path) {
        return expect(200, send(service, "GET", path, null));
    }

    JsonNode post(RunningService service, String path, Object body, int status) {
        return expect(status, send(service, "POST", path, body));
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(RunningService service, String path) {
        var items = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            var page = get(service, path + (path.contains("?") ? "&" : "?") + "limit=200" + cursor);
            page.get("items").forEach(items::add);
            cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : null;
        } while (cursor != null);
        return items;
    }

    /** Adds a contact with one email address and returns its id. */
    String addContact(String name, String email) {
        var body = Map.of("displayName", name, "emails", List.of(email));
        return post(rapport.contacts(), "/v1/contacts", body, 201).get("id").asText();
    }

    private static JsonNode expect(int status, Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        return answer.body();
    }
}
