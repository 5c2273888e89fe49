package dev.rapport.benchmarks;

import dev.rapport.stack.LocalStack;
import dev.rapport.stack.SigningKeys;
import dev.rapport.stack.TokenIssuer;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How much heap the import of a large file needs. Baseline: the smallest heap with which the service starts, lists and imports
 * a small file; then it gets 64 MB more, and a vCard file of a gigabyte with photos.
 */
final class ImportMemory {

    private static final long SMALL = 1_000_000;
    private static final int ALLOWANCE = 64;
    private static final int STEP = 8;
    private static final int LEAST = 24;
    private static final int MOST = 88;
    private static final double MEGA = 1e6;

    private final LocalStack stack;
    private final SigningKeys keys = SigningKeys.generate();
    private int workspaces;

    private ImportMemory(LocalStack stack) {
        this.stack = stack;
    }

    /** @param args how large the file is, in bytes; a gigabyte when absent */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (var stack = LocalStack.forTests()) {
            new ImportMemory(stack).run(args.length == 0 ? 1_000_000_000L : Long.parseLong(args[0]));
        }
    }

    private void run(long size) throws IOException, InterruptedException {
        int idle = smallest();
        System.out.printf(Locale.ROOT, "smallest heap that starts, serves and imports 1 MB (baseline)  %d MB%n", idle);
        try (var service = ContactsProcess.start(stack, keys, idle + ALLOWANCE)) {
            if (!service.awaitReady()) {
                throw new IOException("it does not start with " + (idle + ALLOWANCE) + " MB");
            }
            load(service, size);
            System.out.printf(
                    Locale.ROOT,
                    "heap of %d MB: most after any collection %.0f MB, after a full one %s; still alive: %s%n",
                    idle + ALLOWANCE,
                    service.peak(),
                    service.reachable().map(it -> Math.round(it) + " MB").orElse("(there was none)"),
                    service.isAlive());
        }
    }

    /** Between the largest that is too small and the smallest that is not, half way each time. */
    private int smallest() throws IOException, InterruptedException {
        int tooSmall = LEAST;
        int enough = MOST;
        while (enough - tooSmall > STEP) {
            int heap = (tooSmall + enough) / 2;
            if (serves(heap)) {
                enough = heap;
            } else {
                tooSmall = heap;
            }
        }
        return enough;
    }

    private boolean serves(int heap) throws IOException, InterruptedException {
        boolean serves = false;
        try (var service = ContactsProcess.start(stack, keys, heap)) {
            if (service.awaitReady()) {
                load(service, SMALL);
                serves = service.isAlive();
            }
        } catch (IOException e) {
            // It died on the way.
            serves = false;
        }
        System.out.printf(Locale.ROOT, "a heap of %d MB is %s%n", heap, serves ? "enough" : "too small");
        return serves;
    }

    private void load(ContactsProcess service, long size) throws IOException, InterruptedException {
        var token = new TokenIssuer(keys)
                .token("memory-" + workspaces++, "alex", TokenIssuer.ALL_SCOPES, Duration.ofHours(6));
        var imports = new ContactImports(service.url(), token);
        var cards = new AtomicReference<CardsWithPhotos>();
        long began = System.nanoTime();
        var job = imports.start("text/vcard", () -> cards.updateAndGet(it -> new CardsWithPhotos(size)));
        double upload = (System.nanoTime() - began) / 1e9;
        var ended = imports.ended(job);
        imports.get("/v1/contacts?limit=200");
        var counts = ended.required("counts");
        boolean allIn = counts.required("created").asInt()
                        == cards.get().made() - cards.get().bad()
                && counts.required("rejected").asInt() == cards.get().bad();
        if (!allIn) {
            throw new IllegalStateException("not all are in: " + ended);
        }
        if (size > SMALL) {
            System.out.printf(
                    Locale.ROOT,
                    "%,.0f MB, %,d cards of which %,d bad: upload %.0f MB/s, import %.0f MB/s, %.0f cards/s; %s%n",
                    ended.required("size").asLong() / MEGA,
                    cards.get().made(),
                    cards.get().bad(),
                    ended.required("size").asLong() / MEGA / upload,
                    ContactImports.perSecond(ended)
                            * ended.required("size").asLong()
                            / MEGA
                            / cards.get().made(),
                    ContactImports.perSecond(ended),
                    counts);
        }
    }
}
