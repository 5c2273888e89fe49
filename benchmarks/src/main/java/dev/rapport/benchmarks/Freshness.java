package dev.rapport.benchmarks;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How soon a contact's relevance shows an interaction: from the answer to {@code POST /v1/interactions} until {@code GET
 * /v1/relevance/{contactId}} counts it, asked without a pause. Baseline: one such GET on its own, which bounds how finely
 * this can be seen.
 */
final class Freshness {

    private static final int CONTACTS = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int ROUNDS = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RapportClient client = new RapportClient();
    private final List<String> contacts = new ArrayList<>();
    private final long[] counted = new long[CONTACTS];
    private Latencies post = new Latencies();
    private Latencies get = new Latencies();
    private Latencies visible = new Latencies();

    public static void main(String[] args) throws IOException, InterruptedException {
        new Freshness().run();
    }

    private void run() throws IOException, InterruptedException {
        var run = Long.toString(Clock.systemUTC().millis(), 36);
        for (int i = 0; i < CONTACTS; i++) {
            contacts.add(client.addContact("contact" + i + "@" + run + ".example"));
        }
        long warm = System.nanoTime() + WARM_UP.toNanos();
        for (int i = 0; System.nanoTime() < warm; i++) {
            round(i % CONTACTS);
        }
        post = new Latencies();
        get = new Latencies();
        visible = new Latencies();
        for (int i = 0; i < ROUNDS; i++) {
            round(i % CONTACTS);
        }
        System.out.println("POST /v1/interactions            " + post);
        System.out.println("GET /v1/relevance/{id} (baseline) " + get);
        System.out.println("answer of POST until visible     " + visible);
        System.out.printf(
                Locale.ROOT,
                "visible / GET                    p50 x%.1f p99 x%.1f%n",
                visible.percentile(0.5) / get.percentile(0.5),
                visible.percentile(0.99) / get.percentile(0.99));
    }

    private void round(int index) throws IOException, InterruptedException {
        var contact = contacts.get(index);
        var interaction = Map.of("contactId", contact, "kind", "message", "direction", "OUTBOUND");
        long asked = System.nanoTime();
        client.post("/v1/interactions", interaction);
        long answered = System.nanoTime();
        post.add(answered - asked);
        awaitCount(contact, ++counted[index], answered);
        visible.add(System.nanoTime() - answered);
        long before = System.nanoTime();
        client.counted(contact);
        get.add(System.nanoTime() - before);
    }

    private void awaitCount(String contact, long expected, long since) throws IOException, InterruptedException {
        while (client.counted(contact) < expected) {
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IOException("not visible after " + PATIENCE + ": " + contact);
            }
        }
    }
}
