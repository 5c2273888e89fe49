package dev.rapport.benchmarks;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;

/** How soon relevance shows an interaction, as {@link Visibility} measures it, over a few contacts in turns. */
final class Freshness {

    private static final int CONTACTS = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int ROUNDS = 2_000;

    private Freshness() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var client = new RapportClient();
        var visibility = new Visibility(client);
        var run = Long.toString(Clock.systemUTC().millis(), 36);
        var contacts = new ArrayList<String>();
        for (int i = 0; i < CONTACTS; i++) {
            contacts.add(client.addContact("contact" + i + "@" + run + ".example"));
        }
        long warm = System.nanoTime() + WARM_UP.toNanos();
        for (int i = 0; System.nanoTime() < warm; i++) {
            visibility.round(contacts.get(i % CONTACTS));
        }
        visibility.begin();
        for (int i = 0; i < ROUNDS; i++) {
            visibility.round(contacts.get(i % CONTACTS));
        }
        visibility.print();
    }
}
