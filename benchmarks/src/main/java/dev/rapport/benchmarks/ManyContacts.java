package dev.rapport.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * What a workspace of a million contacts costs: the rate of its import, beside that of plain INSERTs of the same rows, and
 * the latencies of reads, each beside the same read in a workspace of ten thousand.
 */
final class ManyContacts {

    private static final int SMALL = 10_000;
    private static final int WARM_UP = 300;
    private static final int MEASURED = 1_500;
    private static final URI SERVICE =
            URI.create(System.getenv().getOrDefault("RAPPORT_CONTACTS_URL", "http://localhost:8081"));

    private final Random random = new Random(3);

    /** @param args how many contacts the large workspace has; a million when absent */
    public static void main(String[] args) throws Exception {
        new ManyContacts().run(args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]));
    }

    private void run(int large) throws Exception {
        var small = new Workspace(System.getenv("RAPPORT_TOKEN"), SMALL);
        var many = new Workspace(System.getenv("RAPPORT_TOKEN_LARGE"), large);
        importInto(small);
        double imported = importInto(many);
        double plain = PlainInserts.ofContacts().perSecond();
        System.out.printf(Locale.ROOT, "plain INSERTs of 1,000 rows (baseline)   %9.0f records/s  x1.00%n", plain);
        System.out.printf(
                Locale.ROOT,
                "POST /v1/contact-imports, %,d records %9.0f records/s  x%.2f%n",
                large,
                imported,
                imported / plain);
        readAll(small, new LinkedHashMap<>(), WARM_UP);
        readAll(many, new LinkedHashMap<>(), WARM_UP);
        var atSmall = new LinkedHashMap<String, Latencies>();
        var atLarge = new LinkedHashMap<String, Latencies>();
        // In turns, so that a busy moment of the machine hits both.
        for (int round = 0; round < 10; round++) {
            readAll(small, atSmall, MEASURED / 10);
            readAll(many, atLarge, MEASURED / 10);
        }
        atLarge.forEach((read, latencies) -> System.out.printf(
                Locale.ROOT,
                "%-28s at %,d: %s; at %,d: %s; p50 x%.2f p99 x%.2f%n",
                read,
                SMALL,
                atSmall.get(read),
                large,
                latencies,
                latencies.percentile(0.5) / atSmall.get(read).percentile(0.5),
                latencies.percentile(0.99) / atSmall.get(read).percentile(0.99)));
    }

    /** Imports the people, unless an earlier run has; returns how many a second were brought in. */
    private double importInto(Workspace workspace) throws IOException, InterruptedException {
        var imports = workspace.imports;
        var last = imports.get("/v1/contact-imports?limit=1").required("items");
        var ended = imports.ended(
                last.isEmpty() ? imports.start("application/x-ndjson", () -> new People(workspace.size)) : last.get(0));
        if (ended.required("counts").required("created").asInt() != workspace.size) {
            throw new IOException("not all are in: " + ended);
        }
        imports.get("/v1/contacts?limit=200&sort=created")
                .get("items")
                .forEach(item -> workspace.ids.add(item.get("id").asText()));
        return ContactImports.perSecond(ended);
    }

    private void readAll(Workspace workspace, Map<String, Latencies> into, int times)
            throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            var id = workspace.ids.get(random.nextInt(workspace.ids.size()));
            var person = random.nextInt(workspace.size);
            measure(workspace, into, "get", "/v1/contacts/" + id);
            measure(workspace, into, "list", "/v1/contacts?limit=50");
            measure(workspace, into, "list by name", "/v1/contacts?limit=50&sort=name");
            measure(
                    workspace,
                    into,
                    "filtered list",
                    "/v1/contacts?limit=50&relationship=client&interest=" + People.interest(person));
            measure(workspace, into, "search, full name", "/v1/contacts?limit=50&q=" + encoded(People.name(person)));
            measure(
                    workspace,
                    into,
                    "search, beginning",
                    "/v1/contacts?limit=50&q=" + encoded(People.name(person).substring(0, 9)));
            measure(
                    workspace,
                    into,
                    "search, misspelt",
                    "/v1/contacts?limit=50&q=" + encoded(misspelt(People.name(person))));
            measure(workspace, into, "duplicates of one", "/v1/contacts/duplicates?contact=" + id);
        }
    }

    private void measure(Workspace workspace, Map<String, Latencies> into, String what, String path)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        workspace.imports.get(path);
        into.computeIfAbsent(what, it -> new Latencies()).add(System.nanoTime() - start);
    }

    /** With its fifth letter left out. */
    private static String misspelt(String name) {
        return name.substring(0, 4) + name.substring(5);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Workspace(ContactImports imports, int size, List<String> ids) {
        Workspace(String token, int size) {
            this(new ContactImports(SERVICE, token), size, new ArrayList<>());
        }
    }

    /** People as NDJSON, made while they are read. */
    private static final class People extends InputStream {
        private static final String[] SYLLABLES = {
            "ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu", "xa", "yo", "za"
        };
        private static final int INTERESTS = 500;

        private final int count;
        private int made;
        private byte[] line = new byte[0];
        private int at;

        People(int count) {
            this.count = count;
        }

        /** The same person has the same name in every workspace; names are as various as the workspace is large. */
        static String name(int person) {
            return word(person * 7919L % 5_000, 3) + " " + word(person, 4);
        }

        static String interest(int person) {
            return "interest" + person % INTERESTS;
        }

        private static String word(long number, int syllables) {
            var word = new StringBuilder();
            for (int i = 0; i < syllables; i++) {
                word.append(SYLLABLES[(int) (number % SYLLABLES.length)]);
                number /= SYLLABLES.length;
            }
            return Character.toUpperCase(word.charAt(0)) + word.substring(1);
        }

        private static String json(int person) {
            var names = name(person).split(" ");
            return """
                    {"givenName":"%s","familyName":"%s","emails":["p%d@example.org"],"phones":["+4930%07d"],\
                    "organization":"Org %d","title":"Engineer","relationship":"%s","interests":["%s"],"notes":"No. %d"}
                    """.formatted(
                            names[0],
                            names[1],
                            person,
                            person,
                            person % 20_000,
                            person % 4 == 0 ? "client" : "other",
                            interest(person),
                            person);
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at == line.length) {
                if (made == count) {
                    return -1;
                }
                line = json(made++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            int copied = Math.min(length, line.length - at);
            System.arraycopy(line, at, buffer, offset, copied);
            at += copied;
            return copied;
        }
    }
}
