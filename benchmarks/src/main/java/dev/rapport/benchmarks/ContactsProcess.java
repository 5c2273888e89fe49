package dev.rapport.benchmarks;

import dev.rapport.stack.LocalStack;
import dev.rapport.stack.SigningKeys;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The packaged contacts-service with a heap of a given size, in a JVM of its own that writes a log of its collections. */
final class ContactsProcess implements Closeable {

    /** As in {@code GC(3) Pause Young (Allocation Failure) 25M->7M(61M) 2.345ms}. */
    private static final Pattern PAUSE = Pattern.compile("GC\\(\\d+\\) (Pause \\w+).* \\d+M->(\\d+)M");

    private final ServiceProcess service;
    private final Path collections;

    private ContactsProcess(ServiceProcess service, Path collections) {
        this.service = service;
        this.collections = collections;
    }

    /** @param heap the most it may take, in megabytes */
    static ContactsProcess start(LocalStack stack, SigningKeys keys, int heap) throws IOException {
        var collections = Files.createTempFile("rapport-collections", ".log");
        var flags = List.of(
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc:file=" + collections + ":uptime:filecount=0");
        var output = ProcessBuilder.Redirect.DISCARD;
        return new ContactsProcess(ServiceProcess.start("contacts", flags, stack, keys, Map.of(), output), collections);
    }

    URI url() {
        return service.url();
    }

    /** Waits until it is ready; false when it has died of its heap, or takes too long for want of memory. */
    boolean awaitReady() throws InterruptedException {
        return service.awaitReady();
    }

    boolean isAlive() {
        return service.isAlive();
    }

    /** The most that was left after any collection, in megabytes. */
    double peak() throws IOException {
        return collections("").stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** The most that was left after a full collection, in megabytes: that much was in use; empty when there was none. */
    Optional<Double> reachable() throws IOException {
        return collections("Pause Full").stream().max(Double::compare);
    }

    private List<Double> collections(String kind) throws IOException {
        try (var lines = Files.lines(collections)) {
            return lines.map(PAUSE::matcher)
                    .filter(it -> it.find() && it.group(1).startsWith(kind))
                    .map(it -> Double.valueOf(it.group(2)))
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        Files.deleteIfExists(collections);
    }
}
