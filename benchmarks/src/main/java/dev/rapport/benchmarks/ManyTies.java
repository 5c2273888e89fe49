package dev.rapport.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * What a workspace of a million ties costs beside one of a thousand: the first page of the ranking, and how soon it shows an
 * interaction; the same for a tie of 100,000 interactions beside one of ten. Then what is sustained, beside plain INSERTs, and
 * how soon it shows at half that load.
 */
final class ManyTies {

    private static final int SMALL = 1_000;
    private static final int LONG = 100_000;
    private static final int SHORT = 10;
    private static final int BATCH = 1_000;
    private static final int PAGES = 2_000;
    private static final int ROUNDS = 400;
    private static final Duration LOADED = Duration.ofSeconds(20);

    /** The ties are put into the service's own tables, for the set-up only: as strong and as old as chance has it. */
    private static final String CONTACTS = """
            insert into directory_contact (workspace_id, contact_id, version, owner, display_name)
            select ?, uuidv7(), 1, 'alex', 'Contact ' || i from generate_series(1, ?) as i""";

    /** The key as the service forms it: half-lives of 14 days since the landmark. */
    private static final String TIES = """
            insert into tie (workspace_id, contact_id, version, owner, rank_key, last_at, last_id, outbound, interactions,
                last_outbound_at)
            select workspace_id, contact_id, 1, owner, key, at, uuidv7(), key, 1, at
            from (
                select d.*, now() - random() * interval '700 days' as at from directory_contact d where workspace_id = ?
            ) as touched
            cross join lateral (
                select extract(epoch from at - timestamptz '2020-01-01Z')::double precision / 86400 / 14 as key
            ) as ranked""";

    private final RapportClient small = new RapportClient("RAPPORT_TOKEN");
    private final RapportClient large = new RapportClient("RAPPORT_TOKEN_LARGE");
    private final String url =
            System.getenv().getOrDefault("RAPPORT_ENGAGEMENT_JDBC_URL", "jdbc:postgresql://localhost:15432/engagement");

    /** @param args how many ties the large workspace has; a million when absent */
    public static void main(String[] args) throws Exception {
        new ManyTies().run(args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]));
    }

    private void run(int count) throws Exception {
        String few;
        String inLarge;
        try (var connection = DriverManager.getConnection(url, "rapport", "rapport")) {
            few = fill(connection, small.workspace(), SMALL);
            inLarge = fill(connection, large.workspace(), count);
            execute(connection, "vacuum analyze tie");
            execute(connection, "vacuum analyze directory_contact");
        }
        rank(count);
        update(few, inLarge, count);
        double plain = PlainInserts.ofInteractions().perSecond();
        System.out.printf(Locale.ROOT, "plain INSERTs of 1,000 interactions (baseline) %9.0f/s%n", plain);
        var throughput = new Throughput();
        lag(throughput, throughput.run() / 2);
    }

    private static String fill(Connection connection, String workspace, int count) throws SQLException {
        try (var contacts = connection.prepareStatement(CONTACTS);
                var ties = connection.prepareStatement(TIES)) {
            contacts.setString(1, workspace);
            contacts.setInt(2, count);
            contacts.executeUpdate();
            ties.setString(1, workspace);
            ties.executeUpdate();
        }
        try (var one = connection.prepareStatement("select contact_id from tie where workspace_id = ? limit 1")) {
            one.setString(1, workspace);
            try (var rows = one.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** In turns, so that a busy moment of the machine hits both. */
    private void rank(int count) throws IOException, InterruptedException {
        var atSmall = new Latencies();
        var atLarge = new Latencies();
        for (int round = -PAGES / 4; round < PAGES; round++) {
            long first = page(small);
            long second = page(large);
            if (round >= 0) {
                atSmall.add(first);
                atLarge.add(second);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "GET /v1/relevance?limit=50 at %,d: %s; at %,d: %s; p50 x%.2f p99 x%.2f%n",
                SMALL,
                atSmall,
                count,
                atLarge,
                atLarge.percentile(0.5) / atSmall.percentile(0.5),
                atLarge.percentile(0.99) / atSmall.percentile(0.99));
    }

    private static long page(RapportClient client) throws IOException, InterruptedException {
        long start = System.nanoTime();
        client.get("/v1/relevance?limit=50");
        return System.nanoTime() - start;
    }

    private void update(String few, String inLarge, int count) throws IOException, InterruptedException {
        var run = Long.toString(Clock.systemUTC().millis(), 36);
        var ofFew = small.addContact("few@" + run + ".example");
        var ofMany = small.addContact("many@" + run + ".example");
        record(ofFew, SHORT);
        record(ofMany, LONG);
        var measured = new LinkedHashMap<String, Visibility>();
        var contacts = new LinkedHashMap<String, String>();
        add("a tie of " + SHORT + " interactions", small, ofFew, measured, contacts);
        add(String.format(Locale.ROOT, "a tie of %,d interactions", LONG), small, ofMany, measured, contacts);
        add(String.format(Locale.ROOT, "one of %,d ties", SMALL), small, few, measured, contacts);
        add(String.format(Locale.ROOT, "one of %,d ties", count), large, inLarge, measured, contacts);
        for (int round = -ROUNDS / 4; round < ROUNDS; round++) {
            if (round == 0) {
                measured.values().forEach(Visibility::begin);
            }
            for (var what : measured.keySet()) {
                measured.get(what).round(contacts.get(what));
            }
        }
        measured.forEach((what, visibility) ->
                System.out.println("answer of POST until visible, " + what + ": " + visibility.visible()));
    }

    private static void add(
            String what,
            RapportClient client,
            String contact,
            Map<String, Visibility> measured,
            Map<String, String> contacts) {
        measured.put(what, new Visibility(client));
        contacts.put(what, contact);
    }

    private void record(String contact, int times) throws IOException, InterruptedException {
        Map<String, Object> interaction = Map.of("contactId", contact, "kind", "message", "direction", "OUTBOUND");
        for (int left = times; left > 0; left -= BATCH) {
            List<Map<String, Object>> items = Collections.nCopies(Math.min(left, BATCH), interaction);
            small.post("/v1/interactions/batch", Map.of("items", new ArrayList<>(items)));
        }
        while (small.counted(contact) < times) {
            Thread.sleep(100);
        }
    }

    /** How soon one interaction shows while others are recorded at this pace. */
    private void lag(Throughput throughput, double perSecond) throws Exception {
        var run = Long.toString(Clock.systemUTC().millis(), 36);
        var contact = small.addContact("lag@" + run + ".example");
        var visibility = new Visibility(small);
        visibility.round(contact);
        visibility.begin();
        var background = Executors.newSingleThreadExecutor();
        try {
            var load = background.submit(() -> Load.paced(16, LOADED, perSecond, throughput::postOne));
            while (!load.isDone()) {
                visibility.round(contact);
            }
            System.out.printf(
                    Locale.ROOT,
                    "answer of POST until visible, at %.0f interactions/s: %s%n",
                    load.get(),
                    visibility.visible());
        } finally {
            background.shutdown();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
