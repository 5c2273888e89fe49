package dev.rapport.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.function.BiFunction;

/**
 * What a workspace of a million contacts costs: the rate of its import, beside that of plain INSERTs of the same rows, and
 * the latencies of reads, each beside the same read in a workspace of ten thousand.
 */
final class ManyContacts {

    private static final int SMALL = 10_000;
    private static final int WARM_UP = 500;
    private static final int ROUNDS = 20;
    private static final int READS_PER_ROUND = 150;
    private static final int KNOWN = 1_000;
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
        var atSmall = new LinkedHashMap<String, Measured>();
        var atLarge = new LinkedHashMap<String, Measured>();
        // In turns, so that a busy moment of the machine hits both.
        for (int round = 0; round < ROUNDS; round++) {
            readAll(small, atSmall, READS_PER_ROUND);
            readAll(many, atLarge, READS_PER_ROUND);
        }
        atLarge.forEach((read, measured) -> System.out.printf(
                Locale.ROOT,
                "%-28s at %,d: %s; at %,d: %s; p50 x%.2f p99 x%.2f%n",
                read,
                SMALL,
                atSmall.get(read),
                large,
                measured,
                measured.times(atSmall.get(read), 0.5),
                measured.times(atSmall.get(read), 0.99)));
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
        while (workspace.ids.size() < KNOWN) {
            imports.get("/v1/contacts?limit=50&q=" + encoded(People.name(random.nextInt(workspace.size))))
                    .get("items")
                    .forEach(item -> workspace.ids.add(item.get("id").asText()));
        }
        return ContactImports.perSecond(ended);
    }

    /** Each kind of read in a stretch of its own: a costly one leaves caches cold for whatever follows. */
    private void readAll(Workspace workspace, Map<String, Measured> into, int times)
            throws IOException, InterruptedException {
        for (var read : Read.values()) {
            for (int i = 0; i < times; i++) {
                var path = "/v1/contacts" + read.path(workspace, random);
                long start = System.nanoTime();
                var answer = workspace.imports.get(path);
                long elapsed = System.nanoTime() - start;
                for (var kind : read.kinds()) {
                    into.computeIfAbsent(kind, it -> new Measured()).add(elapsed, answer);
                }
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What a frontend reads most. Searches are told by what is typed of somebody's name. */
    private enum Read {
        GET("get", (id, person) -> "/" + id),
        LIST("list", (id, person) -> "?limit=50"),
        LIST_BY_NAME("list by name", (id, person) -> "?limit=50&sort=name"),
        FILTERED("filtered list", (id, person) -> "?limit=50&relationship=client&interest=" + People.interest(person)),
        FIRST_LETTER(
                "search, one letter",
                (id, person) -> searched(People.name(person).substring(0, 1))),
        FIRST_LETTERS(
                "search, two letters",
                (id, person) -> searched(People.name(person).substring(0, 2))),
        FIRST_NAME(
                "search, first name",
                (id, person) -> searched(People.name(person).split(" ")[0])),
        FIRST_NAME_AND_LETTERS(
                "search, name and 2 letters",
                (id, person) -> searched(People.name(person).substring(0, 9))),
        FULL_NAME("search, full name", (id, person) -> searched(People.name(person))),
        FAMILY_NAME(
                "search, family name",
                (id, person) -> searched(People.name(person).split(" ")[1])),
        ADDRESS("search, email address", (id, person) -> searched(People.email(person))),
        ORGANIZATION("search, organization", (id, person) -> searched(People.organization(person))),
        EVERYBODY("search, a word of all", (id, person) -> searched("engineer")),
        MISSPELT("search, misspelt", (id, person) -> searched(misspelt(People.name(person)))),
        DUPLICATES("duplicates of one", (id, person) -> "/duplicates?contact=" + id);

        private final String title;
        private final BiFunction<String, Integer, String> path;

        Read(String title, BiFunction<String, Integer, String> path) {
            this.title = title;
            this.path = path;
        }

        /** Of one contact, or of one person, of this workspace. */
        String path(Workspace workspace, Random random) {
            return path.apply(workspace.ids.get(random.nextInt(workspace.ids.size())), random.nextInt(workspace.size));
        }

        List<String> kinds() {
            return title.startsWith("search, ") ? List.of(title, "all searches") : List.of(title);
        }

        private static String searched(String typed) {
            return "?limit=50&q=" + encoded(typed);
        }

        /** With its fifth letter left out. */
        private static String misspelt(String name) {
            return name.substring(0, 4) + name.substring(5);
        }
    }

    private record Workspace(ContactImports imports, int size, List<String> ids) {
        Workspace(String token, int size) {
            this(new ContactImports(SERVICE, token), size, new ArrayList<>());
        }
    }

    /** One kind of read: how long the answers took, and how many items were in them. */
    private static final class Measured {
        private final Latencies latencies = new Latencies();
        private long items;

        void add(long elapsedNanos, JsonNode answer) {
            latencies.add(elapsedNanos);
            items += answer.has("items") ? answer.get("items").size() : 1;
        }

        double times(Measured baseline, double share) {
            return latencies.percentile(share) / baseline.latencies.percentile(share);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s of %.1f items", latencies, (double) items / latencies.count());
        }
    }

    /** People as NDJSON, made while they are read. */
    private static final class People extends InputStream {
        private static final String[] SYLLABLES = {
            "ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu", "xa", "yo", "za"
        };
        private static final int INTERESTS = 500;
        private static final int ORGANIZATIONS = 20_000;

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

        static String email(int person) {
            return "p" + person + "@example.org";
        }

        static String organization(int person) {
            return "Co" + word(person % ORGANIZATIONS * 89L, 5) + " Inc";
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
                    {"givenName":"%s","familyName":"%s","emails":["%s"],"phones":["+4930%07d"],\
                    "organization":"%s","title":"Engineer","relationship":"%s","interests":["%s"],"notes":"No. %d"}
                    """.formatted(
                            names[0],
                            names[1],
                            email(person),
                            person,
                            organization(person),
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
