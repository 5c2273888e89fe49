package dev.rapport.benchmarks;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many interactions a second are recorded, one by one over several connections and in batches of 1,000, and how long the
 * ties then take to catch up. Baseline: {@code GET /v1/relevance/{contactId}} over as many connections.
 */
final class Throughput {

    private static final int CONTACTS = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final int BATCHES = 60;
    private static final int BATCH = 1_000;
    private static final double NANOS = 1e9;

    private final RapportClient client = new RapportClient();
    private final List<String> contacts = new ArrayList<>();
    private final AtomicLong turn = new AtomicLong();
    private final AtomicLong recorded = new AtomicLong();

    public static void main(String[] args) throws Exception {
        new Throughput().run();
    }

    /** Measures and prints; returns how many interactions a second were recorded one by one over 16 connections. */
    double run() throws Exception {
        var run = Long.toString(Clock.systemUTC().millis(), 36);
        for (int i = 0; i < CONTACTS; i++) {
            contacts.add(client.addContact("contact" + i + "@" + run + ".example"));
        }
        Load.rate(16, WARM_UP, this::postOne);
        double single = Load.rate(16, MEASURED, this::postOne);
        double singleOverMany = Load.rate(64, MEASURED, this::postOne);
        double reads = Load.rate(16, MEASURED, this::getOne);
        awaitTies();
        long start = System.nanoTime();
        for (int i = 0; i < BATCHES; i++) {
            postBatch();
        }
        double batched = BATCHES * BATCH / ((System.nanoTime() - start) / NANOS);
        awaitTies();
        double folded = BATCHES * BATCH / ((System.nanoTime() - start) / NANOS);
        print("GET /v1/relevance/{id}, 16 connections (baseline)", reads, reads);
        print("POST /v1/interactions, 16 connections", single, reads);
        print("POST /v1/interactions, 64 connections", singleOverMany, reads);
        print("POST /v1/interactions/batch, 1 connection", batched, reads);
        print("... until every tie shows them", folded, reads);
        return single;
    }

    private static void print(String what, double perSecond, double baseline) {
        System.out.printf(Locale.ROOT, "%-52s %9.0f/s  x%.2f%n", what, perSecond, perSecond / baseline);
    }

    private Map<String, Object> interaction() {
        var contact = contacts.get((int) (turn.getAndIncrement() % CONTACTS));
        return Map.of("contactId", contact, "kind", "message", "direction", "OUTBOUND");
    }

    /** Records one interaction with the next contact. */
    Void postOne() throws IOException, InterruptedException {
        client.post("/v1/interactions", interaction());
        recorded.incrementAndGet();
        return null;
    }

    private Void getOne() throws IOException, InterruptedException {
        client.counted(contacts.get((int) (turn.getAndIncrement() % CONTACTS)));
        return null;
    }

    private void postBatch() throws IOException, InterruptedException {
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < BATCH; i++) {
            items.add(interaction());
        }
        long accepted = client.post("/v1/interactions/batch", Map.of("items", items))
                .get("accepted")
                .asLong();
        recorded.addAndGet(accepted);
    }

    private void awaitTies() throws IOException, InterruptedException {
        long expected = recorded.get();
        long sum = -1;
        while (sum < expected) {
            sum = 0;
            for (var contact : contacts) {
                sum += client.counted(contact);
            }
        }
    }
}
