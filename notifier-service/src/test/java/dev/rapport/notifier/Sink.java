package dev.rapport.notifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A partner's endpoint: keeps what it is sent, and answers as a test wants it to. */
public final class Sink implements AutoCloseable {

    private static final int HANG = -1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile Reply reply;

    private record Reply(int status, Map<String, String> headers) {}

    /** One request. */
    public record Received(Map<String, String> headers, String body) {

        public String id() {
            return headers.get("webhook-id");
        }

        public JsonObject event() {
            return new JsonObject(body);
        }

        public String type() {
            return event().getString("type");
        }
    }

    private Sink(Reply reply) {
        this.reply = reply;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** One that answers every request with this status. */
    public static Sink answering(int status) {
        return new Sink(new Reply(status, Map.of()));
    }

    /** One that takes requests and never says a word. */
    public static Sink hanging() {
        return answering(HANG);
    }

    public void answer(int status) {
        reply = new Reply(status, Map.of());
    }

    public void answer(int status, String header, String value) {
        reply = new Reply(status, Map.of(header, value));
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<String> ids() {
        return received.stream().map(Received::id).toList();
    }

    public List<String> types() {
        return received.stream().map(Received::type).toList();
    }

    /** How many requests it had at the same time, at most. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(present.incrementAndGet(), Math::max);
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            var answer = reply;
            received.add(new Received(headers, body));
            if (answer.status() == HANG) {
                closed.await();
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            present.decrementAndGet();
        }
    }
}
