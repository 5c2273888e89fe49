package dev.rapport.benchmarks;

import dev.rapport.stack.LocalPostgres;
import dev.rapport.stack.LocalStack;
import dev.rapport.stack.SigningKeys;
import dev.rapport.stack.StackPorts;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One instance of the packaged notifier-service, in a JVM with the flags of {@code ./rapport up}. */
final class NotifierProcess implements Closeable {

    private static final Path APPLICATION = Path.of("notifier-service/target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** The outcomes in its log: how many reminders or editions it told. */
    private static final Pattern DONE = Pattern.compile("(?:reminders=told told|editions=published published)=(\\d+)");

    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

    private final Process process;
    private final Path log;
    private final int port;

    private NotifierProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** @param offset the file by which its clock is moved */
    static NotifierProcess start(LocalStack stack, Path offset) throws IOException {
        int port = StackPorts.freePort();
        var log = Files.createTempFile("rapport-notifier", ".log");
        var java = ProcessHandle.current().info().command().orElse("java");
        var builder = new ProcessBuilder(
                List.of(java, "-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-jar", APPLICATION.toString()));
        var environment = builder.environment();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl("notifier"));
        environment.put("QUARKUS_DATASOURCE_USERNAME", LocalPostgres.USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", LocalPostgres.PASSWORD);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers());
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", SigningKeys.generate().publicKey());
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(stack.smtpPort()));
        environment.put("QUARKUS_OTEL_SDK_DISABLED", "true");
        environment.put("RAPPORT_CLOCK_OFFSET_FILE", offset.toString());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new NotifierProcess(builder.start(), log, port);
    }

    boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    NotifierProcess awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("the notifier does not start: " + Files.readString(log));
            }
            Thread.sleep(200);
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
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (Files.notExists(status)) {
            return 0;
        }
        var found = PEAK.matcher(Files.readString(status));
        return found.find() ? Long.parseLong(found.group(1)) / 1024 : 0;
    }

    /** How long its threads have run on a processor. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().completeOnTimeout(null, 15, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
        Files.deleteIfExists(log);
    }
}
