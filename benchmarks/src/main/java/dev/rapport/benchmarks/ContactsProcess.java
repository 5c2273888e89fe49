package dev.rapport.benchmarks;

import dev.rapport.stack.LocalPostgres;
import dev.rapport.stack.LocalStack;
import dev.rapport.stack.SigningKeys;
import dev.rapport.stack.StackPorts;
import dev.rapport.stack.TokenIssuer;
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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged contacts-service with a heap of a given size, in a JVM of its own that writes a log of its collections. */
final class ContactsProcess implements Closeable {

    private static final Path APPLICATION = Path.of("contacts-service/target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    /** As in {@code GC(3) Pause Young (Allocation Failure) 25M->7M(61M) 2.345ms}. */
    private static final Pattern PAUSE = Pattern.compile("GC\\(\\d+\\) (Pause \\w+).* \\d+M->(\\d+)M");

    private final Process process;
    private final Path collections;
    private final int port;

    private ContactsProcess(Process process, Path collections, int port) {
        this.process = process;
        this.collections = collections;
        this.port = port;
    }

    /** @param heap the most it may take, in megabytes */
    static ContactsProcess start(LocalStack stack, SigningKeys keys, int heap) throws IOException {
        int port = StackPorts.freePort();
        var collections = Files.createTempFile("rapport-collections", ".log");
        var java = ProcessHandle.current().info().command().orElse("java");
        var builder = new ProcessBuilder(List.of(
                java,
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc:file=" + collections + ":uptime:filecount=0",
                "-jar",
                APPLICATION.toString()));
        var environment = builder.environment();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl("contacts"));
        environment.put("QUARKUS_DATASOURCE_USERNAME", LocalPostgres.USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", LocalPostgres.PASSWORD);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers());
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", keys.publicKey());
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", TokenIssuer.ISSUER);
        environment.put("QUARKUS_OIDC_TOKEN_AUDIENCE", TokenIssuer.AUDIENCE);
        environment.put("QUARKUS_OTEL_SDK_DISABLED", "true");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectErrorStream(true);
        return new ContactsProcess(builder.start(), collections, port);
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** Waits until it is ready; false when it has died of its heap, or takes too long for want of memory. */
    boolean isReady() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (answers("/q/health/ready")) {
                return true;
            }
            Thread.sleep(200);
        }
        return false;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private boolean answers(String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(url().resolve(path))
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
        process.destroy();
        process.onExit().completeOnTimeout(null, 15, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
        Files.deleteIfExists(collections);
    }
}
