package dev.rapport.stack.launch;

import dev.rapport.stack.ServiceEnvironment;
import dev.rapport.stack.SigningKeys;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How one service is started: flags of the JVM and configuration by environment, the same names as in a container. */
record ServiceProcess(Settings settings, Service service) {

    private static final int COMPACT_HEADERS_SINCE = 25;

    Part part() {
        return new Part(settings.home(), service.label());
    }

    URI url() {
        return URI.create("http://localhost:" + port());
    }

    int port() {
        return settings.ports().services().get(service);
    }

    ProcessHandle start(SigningKeys keys) {
        return part().start(arguments(Runtime.version().feature()), environment(keys));
    }

    List<String> arguments(int javaVersion) {
        List<String> arguments = new ArrayList<>();
        // Serial: with half a gigabyte at most, its pauses are milliseconds and it spends no memory or threads on
        // itself.
        arguments.addAll(List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        if (javaVersion >= COMPACT_HEADERS_SINCE) {
            arguments.add("-XX:+UseCompactObjectHeaders");
        }
        Path application = settings.project().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        arguments.addAll(List.of("-jar", application.toString()));
        return arguments;
    }

    Map<String, String> environment(SigningKeys keys) {
        Map<String, String> environment =
                ServiceEnvironment.of(service.label(), port(), settings.ports().stack(), keys);
        // The demo's member lives at example.org, and its mail goes no further than this machine.
        environment.put("RAPPORT_EMAIL_TRUSTED_DOMAINS", "example.org");
        environment.put("RAPPORT_PUBLIC_URL", "http://127.0.0.1:" + port());
        environment.put(
                "RAPPORT_CLOCK_OFFSET_FILE", settings.home().clockOffset().toString());
        environment.putAll(logging());
        return environment;
    }

    /** Into a file that the service rotates: 4 times 10 MB at most. */
    private Map<String, String> logging() {
        return Map.of(
                "QUARKUS_LOG_CONSOLE_ENABLED", "false",
                "QUARKUS_LOG_FILE_ENABLED", "true",
                "QUARKUS_LOG_FILE_PATH", part().log().toString(),
                "QUARKUS_LOG_FILE_ROTATION_MAX_FILE_SIZE", "10M",
                "QUARKUS_LOG_FILE_ROTATION_MAX_BACKUP_INDEX", "3");
    }
}
