package dev.rapport.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rapport.demo.rest.Json;
import dev.rapport.demo.rest.Pause;
import dev.rapport.demo.rest.RapportApi;
import dev.rapport.demo.rest.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All three services in memory, over real HTTP; failures can be scripted. One request at a time. */
public final class FakeRapport implements AutoCloseable {

    /** A request as it arrived. */
    public record Request(String method, String path, String query, String key, String ifMatch, JsonNode body) {}

    /** An answer: status, {@code Retry-After} or null, body. */
    public record Reply(int status, String retryAfter, String body) {}

    public final List<Request> requests = new ArrayList<>();
    public final Deque<Integer> failures = new ArrayDeque<>();
    public final List<Duration> pauses = new ArrayList<>();
    public final Map<String, ObjectNode> contacts = new LinkedHashMap<>();
    public final Map<String, ObjectNode> interactions = new LinkedHashMap<>();
    public Predicate<JsonNode> rejecting = item -> false;
    public final Map<String, Function<Request, Reply>> others = new LinkedHashMap<>();

    private static final ObjectMapper JSON = Json.mapper();
    private final HttpServer server;

    public FakeRapport() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A client whose pauses are noted instead of waited. */
    public RapportApi api() {
        var everywhere = Arrays.stream(Service.values()).collect(Collectors.toMap(service -> service, s -> address()));
        return new RapportApi(everywhere, "a-token", pause(), Clock.systemUTC());
    }

    public Pause pause() {
        return pauses::add;
    }

    public List<Request> received(String method, String path) {
        return requests.stream()
                .filter(request ->
                        request.method().equals(method) && request.path().equals(path))
                .toList();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestURI().getQuery(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("If-Match"),
                body.length == 0 ? null : JSON.readTree(body));
        requests.add(request);
        Integer failure = failures.poll();
        if (failure != null && failure == 0) {
            exchange.close(); // the connection is lost before an answer
            return;
        }
        Reply reply = failure == null ? answer(request) : new Reply(failure, "2", "{\"title\":\"later\"}");
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("ETag", "\"7\"");
        if (reply.retryAfter() != null) {
            exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
        }
        byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private Reply answer(Request request) {
        String path = request.path();
        if (others.containsKey(path)) {
            return others.get(path).apply(request);
        }
        return switch (path) {
            case "/v1/contacts/batch" -> batch(request, contacts);
            case "/v1/interactions/batch" -> batch(request, interactions);
            case "/v1/contacts" -> ok(Map.of("items", contacts.values()));
            case "/v1/interactions" -> ok(Map.of("items", interactions.values()));
            case "/v1/preferences" -> ok(Map.of());
            default -> one(path.startsWith("/v1/contacts/") ? contacts : interactions, request);
        };
    }

    private Reply one(Map<String, ObjectNode> store, Request request) {
        ObjectNode found = store.get(request.path().replaceAll(".*/", ""));
        if (found == null) {
            return new Reply(404, null, "{\"title\":\"Not found\"}");
        }
        if (request.method().equals("PATCH")) {
            found.setAll((ObjectNode) request.body());
        }
        return ok(found);
    }

    private Reply batch(Request request, Map<String, ObjectNode> store) {
        var results = new ArrayList<Map<String, Object>>();
        for (JsonNode item : request.body().path("items")) {
            if (rejecting.test(item)) {
                results.add(Map.of("index", results.size(), "status", 400, "problem", Map.of("detail", "No good.")));
                continue;
            }
            String id = "id-"
                    + item.path("externalId").asText(item.path("emails").path(0).asText());
            ObjectNode stored = item.deepCopy();
            results.add(Map.of("index", results.size(), "status", store.containsKey(id) ? 200 : 201, "id", id));
            store.putIfAbsent(id, stored.put("id", id));
        }
        return ok(Map.of("results", results));
    }

    /** A 200 with this body. */
    public static Reply ok(Object body) {
        try {
            return new Reply(200, null, JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
