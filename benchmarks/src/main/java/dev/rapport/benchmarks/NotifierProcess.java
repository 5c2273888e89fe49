package dev.rapport.benchmarks;

import dev.rapport.stack.LocalStack;
import dev.rapport.stack.SigningKeys;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One instance of the packaged notifier-service, in a JVM with the flags of {@code ./rapport up}. */
final class NotifierProcess implements Closeable {

    private static final List<String> FLAGS = List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC");

    /** The outcomes in its log: how many reminders or editions it told. */
    private static final Pattern DONE = Pattern.compile("(?:reminders=told told|editions=published published)=(\\d+)");

    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

    private final ServiceProcess service;
    private final Path log;

    private NotifierProcess(ServiceProcess service, Path log) {
        this.service = service;
        this.log = log;
    }

    /** @param offset the file by which its clock is moved */
    static NotifierProcess start(LocalStack stack, Path offset) throws IOException {
        var log = Files.createTempFile("rapport-notifier", ".log");
        var settings = Map.of("RAPPORT_CLOCK_OFFSET_FILE", offset.toString());
        var output = ProcessBuilder.Redirect.to(log.toFile());
        return new NotifierProcess(
                ServiceProcess.start("notifier", FLAGS, stack, SigningKeys.generate(), settings, output), log);
    }

    boolean isReady() throws InterruptedException {
        return service.isReady();
    }

    NotifierProcess awaitReady() throws IOException, InterruptedException {
        if (!service.awaitReady()) {
            throw new IOException("the notifier does not start: " + Files.readString(log));
        }
        return this;
    }

    /** How many reminders or editions it has told since its start. */
    long done() throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.map(DONE::matcher)
                    .filter(it -> it.find())
                    .mapToLong(it -> Long.parseLong(it.group(1)))
                    .sum();
        }
    }

    /** The most resident memory that it ever took, in MiB; 0 where the system does not tell. */
    long peakMemory() throws IOException {
        var status = Path.of("/proc", Long.toString(service.pid()), "status");
        if (Files.notExists(status)) {
            return 0;
        }
        var found = PEAK.matcher(Files.readString(status));
        return found.find() ? Long.parseLong(found.group(1)) / 1024 : 0;
    }

    /** How long its threads have run on a processor. */
    Duration processorTime() {
        return service.processorTime();
    }

    @Override
    public void close() throws IOException {
        service.close();
        Files.deleteIfExists(log);
    }
}
