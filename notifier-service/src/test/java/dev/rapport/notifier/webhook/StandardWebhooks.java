package dev.rapport.notifier.webhook;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.notifier.Sink.Received;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The public library that partners verify with, as npm has it. */
final class StandardWebhooks {

    private static final String LIBRARY = "standardwebhooks@1.1.1";
    private static final Path FOLDER = Path.of("target", "standardwebhooks");

    private final JsonArray requests = new JsonArray();

    private record Outcome(int code, String output) {}

    private StandardWebhooks() {}

    /** Skips the test, saying why, when there is no node or the library cannot be had. */
    static StandardWebhooks orSkip() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        if (!Files.exists(FOLDER.resolve("node_modules/standardwebhooks"))) {
            var install = run("npm", "install", "--no-audit", "--no-fund", "--prefix", ".", LIBRARY);
            assumeTrue(install.code() == 0, "npm cannot install " + LIBRARY + ": nothing is verified with it");
        }
        return new StandardWebhooks();
    }

    StandardWebhooks given(String secret, Received request) {
        return given(secret, request, request.body(), Map.of());
    }

    StandardWebhooks given(String secret, Received request, String body, Map<String, String> other) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        headers.putAll(other);
        requests.add(new JsonObject()
                .put("secret", secret)
                .put("headers", new JsonObject(Map.copyOf(headers)))
                .put("body", body));
        return this;
    }

    /** What it says of each, in their order. */
    List<String> verdicts() throws IOException, InterruptedException {
        try (var script = getClass().getResourceAsStream("/webhooks/verify.mjs")) {
            Files.write(FOLDER.resolve("verify.mjs"), script.readAllBytes());
        }
        Files.writeString(FOLDER.resolve("requests.json"), requests.encode());
        var verified = run("node", "verify.mjs", "requests.json");
        if (verified.code() != 0) {
            throw new IllegalStateException(verified.output());
        }
        return verified.output().lines().toList();
    }

    private static Outcome run(String... command) throws IOException, InterruptedException {
        var log = FOLDER.resolve("output.log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Outcome(-1, "no end after a minute");
            }
            return new Outcome(process.exitValue(), Files.readString(log));
        } catch (IOException e) {
            return new Outcome(-1, e.getMessage());
        }
    }
}
