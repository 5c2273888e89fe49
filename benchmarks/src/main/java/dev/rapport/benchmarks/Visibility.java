package dev.rapport.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How soon a contact's relevance shows an interaction: from the answer to {@code POST /v1/interactions} until {@code GET
 * /v1/relevance/{contactId}} counts it, asked without a pause. Baseline: one such GET on its own, which bounds how finely
 * this can be seen.
 */
final class Visibility {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RapportClient client;
    private final Map<String, Long> counted = new HashMap<>();
    private Latencies post = new Latencies();
    private Latencies get = new Latencies();
    private Latencies visible = new Latencies();

    Visibility(RapportClient client) {
        this.client = client;
    }

    /** Forgets what was measured so far. */
    void begin() {
        post = new Latencies();
        get = new Latencies();
        visible = new Latencies();
    }

    /** Records one interaction with the contact, and waits for it. Nobody else may record any with the same contact. */
    void round(String contact) throws IOException, InterruptedException {
        if (!counted.containsKey(contact)) {
            counted.put(contact, client.counted(contact));
        }
        var interaction = Map.of("contactId", contact, "kind", "message", "direction", "OUTBOUND");
        long asked = System.nanoTime();
        client.post("/v1/interactions", interaction);
        long answered = System.nanoTime();
        post.add(answered - asked);
        awaitCount(contact, counted.merge(contact, 1L, Long::sum), answered);
        visible.add(System.nanoTime() - answered);
        long before = System.nanoTime();
        client.counted(contact);
        get.add(System.nanoTime() - before);
    }

    Latencies visible() {
        return visible;
    }

    void print() {
        System.out.println("POST /v1/interactions            " + post);
        System.out.println("GET /v1/relevance/{id} (baseline) " + get);
        System.out.println("answer of POST until visible     " + visible);
        System.out.printf(
                Locale.ROOT,
                "visible / GET                    p50 x%.1f p99 x%.1f%n",
                visible.percentile(0.5) / get.percentile(0.5),
                visible.percentile(0.99) / get.percentile(0.99));
    }

    private void awaitCount(String contact, long expected, long since) throws IOException, InterruptedException {
        while (client.counted(contact) < expected) {
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IOException("not visible after " + PATIENCE + ": " + contact);
            }
        }
    }
}
