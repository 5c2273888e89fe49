package dev.rapport.benchmarks;

import dev.rapport.stack.LocalStack;
import dev.rapport.stack.ServiceEnvironment;
import dev.rapport.stack.SigningKeys;
import dev.rapport.stack.StackPorts;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged service on a stack, in a JVM of its own. */
final class ServiceProcess implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a service.
     *
     * @param name {@code contacts}, {@code engagement} or {@code notifier}
     * @param flags of its JVM
     * @param settings beyond those of {@link ServiceEnvironment}
     * @param output where it writes its log
     */
    static ServiceProcess start(
            String name,
            List<String> flags,
            LocalStack stack,
            SigningKeys keys,
            Map<String, String> settings,
            ProcessBuilder.Redirect output)
            throws IOException {
        int port = StackPorts.freePort();
        var command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(flags);
        command.add("-jar");
        command.add(Path.of(name + "-service", "target", "quarkus-app", "quarkus-run.jar")
                .toString());
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(ServiceEnvironment.of(name, port, stack.ports(), keys));
        builder.environment().putAll(settings);
        return new ServiceProcess(
                builder.redirectErrorStream(true).redirectOutput(output).start(), port);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Waits until it is ready; false when it has died, or takes too long. */
    boolean awaitReady() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (isReady()) {
                return true;
            }
            Thread.sleep(200);
        }
        return false;
    }

    boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(url().resolve("/q/health/ready"))
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

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** How long its threads have run on a processor. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(null, 15, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }
}
