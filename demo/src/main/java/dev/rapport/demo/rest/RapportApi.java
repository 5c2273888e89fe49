package dev.rapport.demo.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The three services' public REST APIs. Every call is repeated on 429, 502, 503, 504 and lost connections; a POST carries
 * an {@code Idempotency-Key} made of the run, the path and the body, so that a repeated one has its effect once.
 */
public final class RapportApi {

    private static final String PAGE = "limit=200";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<Service, URI> addresses;
    private final String token;
    private final ObjectMapper json;
    private final Pause pause;
    private final Clock clock;

    /** Speaks to these addresses with this bearer token. */
    public RapportApi(Map<Service, URI> addresses, String token, Pause pause, Clock clock) {
        this.addresses = Map.copyOf(addresses);
        this.token = token;
        this.json = Json.mapper();
        this.pause = pause;
        this.clock = clock;
    }

    /** Reads one resource; 404 is an answer. */
    public Answer get(Service service, String path) {
        return send(request(service, path).GET(), false);
    }

    /** Reads one resource that must exist as a {@code type}. */
    public <T> T get(Service service, String path, Class<T> type) {
        return json.convertValue(found(get(service, path), path).body(), type);
    }

    /** Reads a page as a browser does. */
    public String page(Service service, String path) {
        var request = request(service, path)
                .setHeader("Accept", "text/html, application/problem+json")
                .GET()
                .build();
        var response = answer(request, false);
        if (response.statusCode() != 200) {
            throw new ApiFailure(response.statusCode(), path + " cannot be shown: " + response.statusCode());
        }
        return response.body();
    }

    /** Reads a list to its end, page by page; {@code path} may have a query. */
    public List<JsonNode> items(Service service, String path) {
        var items = new ArrayList<JsonNode>();
        String page = path + (path.contains("?") ? "&" : "?") + PAGE;
        String next = "";
        while (next != null) {
            JsonNode body = found(get(service, page + next), path).body();
            body.path("items").forEach(items::add);
            String cursor = body.path("next").asText("");
            next = cursor.isEmpty() ? null : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        return items;
    }

    /** Reads a list to its end, as items of a {@code type}. */
    public <T> List<T> items(Service service, String path, Class<T> type) {
        return items(service, path).stream()
                .map(item -> json.convertValue(item, type))
                .toList();
    }

    /** Reads the first {@code limit} items of a list. */
    public <T> List<T> first(int limit, Service service, String path, Class<T> type) {
        String page = path + (path.contains("?") ? "&" : "?") + "limit=" + limit;
        var items = new ArrayList<T>();
        found(get(service, page), path).body().path("items").forEach(item -> items.add(json.convertValue(item, type)));
        return items;
    }

    /** Posts a body; {@code run} names the run of which a repeated call is a repetition. */
    public Answer post(Service service, String path, Object body, String run) {
        String text = text(body);
        UUID key = UUID.nameUUIDFromBytes((run + '\n' + path + '\n' + text).getBytes(StandardCharsets.UTF_8));
        var request = request(service, path, "POST", text).header("Idempotency-Key", key.toString());
        return found(send(request, true), path);
    }

    /** Replaces a resource. */
    public Answer put(Service service, String path, Object body) {
        return found(send(request(service, path, "PUT", text(body)), false), path);
    }

    /** Merges a body into the version of a resource that {@code etag} names. */
    public Answer patch(Service service, String path, Object body, String etag) {
        return found(send(request(service, path, "PATCH", text(body)).header("If-Match", etag), false), path);
    }

    /** The address of a path, for people to open. */
    public URI address(Service service, String path) {
        return URI.create(addresses.get(service) + path);
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(address(service, path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
    }

    private HttpRequest.Builder request(Service service, String path, String method, String body) {
        return request(service, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    private Answer send(HttpRequest.Builder builder, boolean withKey) {
        HttpRequest request = builder.build();
        return Answers.read(request, answer(request, withKey), json);
    }

    private HttpResponse<String> answer(HttpRequest request, boolean withKey) {
        for (int attempt = 1; ; attempt++) {
            String retryAfter = null;
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (attempt == RetryPolicy.ATTEMPTS || !RetryPolicy.isPassing(response.statusCode(), withKey)) {
                    return response;
                }
                retryAfter = response.headers().firstValue("Retry-After").orElse(null);
            } catch (IOException e) {
                if (attempt == RetryPolicy.ATTEMPTS) {
                    throw new ApiFailure(0, Answers.unreachable(request, e));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ApiFailure(0, "Interrupted.");
            }
            pause.sleep(RetryPolicy.delay(attempt, retryAfter, clock.instant()));
        }
    }

    private static Answer found(Answer answer, String path) {
        if (answer.status() == 404) {
            throw new ApiFailure(404, path + " was not found.");
        }
        return answer;
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
