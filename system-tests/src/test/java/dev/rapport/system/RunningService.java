package dev.rapport.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One packaged service as a process that can be killed and started again on the same port. */
final class RunningService {

    private final String name;
    private final Map<String, String> environment;
    private final Path log;
    private final int port;
    private Process process;

    /**
     * @param name of its module, before the hyphen
     * @param label of its log
     * @param port as its environment says
     */
    RunningService(String name, String label, int port, Map<String, String> environment, Path logs) {
        this.name = name;
        this.environment = Map.copyOf(environment);
        this.port = port;
        this.log = logs.resolve(label + ".log");
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void start() {
        var application = Path.of("..", name + "-service", "target", "quarkus-app", "quarkus-run.jar");
        if (!Files.exists(application)) {
            throw new IllegalStateException("build the services first: mvn package; missing " + application);
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-Xmx512m", "-XX:+UseSerialGC", "-jar", application.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the kernel's out-of-memory killer would: no farewell. */
    void kill() {
        if (process == null) {
            return;
        }
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
