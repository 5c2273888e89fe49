package dev.rapport.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A partner's endpoint that answers 503 to every second request; every other of those it has taken over nevertheless. */
final class FlakyEndpoint implements AutoCloseable {

    private static final int NO_CONTENT = 204;
    private static final int UNAVAILABLE = 503;

    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, List<JsonNode>> received = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final HttpServer server;

    FlakyEndpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/rapport";
    }

    /** What came, by {@code webhook-id}. */
    Map<String, List<JsonNode>> received() {
        return Map.copyOf(received);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = Api.JSON.readTree(exchange.getRequestBody());
            int number = requests.incrementAndGet();
            if (number % 4 != 1) {
                var id = exchange.getRequestHeaders().getFirst("webhook-id");
                received.merge(id, List.of(body), FlakyEndpoint::joined);
            }
            exchange.sendResponseHeaders(number % 2 == 0 ? NO_CONTENT : UNAVAILABLE, -1);
        }
    }

    private static List<JsonNode> joined(List<JsonNode> one, List<JsonNode> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
