package dev.rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.stack.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client that openapi-generator makes for TypeScript compiles under the strict rules and does the main job. */
class TypeScriptClientIT {

    private static final Path SOURCES = Path.of("src", "test", "typescript");
    private static final Path FOLDER = Path.of("target", "typescript");
    private static final String COMPILER = "compiler/META-INF/resources/webjars/typescript/%s/lib/tsc.js";
    private static final int OLDEST_NODE = 18;

    private record Outcome(int code, String output) {}

    @BeforeAll
    static void needNode() throws InterruptedException {
        assumeTrue(
                nodeVersion() >= OLDEST_NODE,
                "node " + OLDEST_NODE
                        + " or newer is not on the PATH: the TypeScript client is generated, but not run");
    }

    @Test
    void shouldRunTheMainScenarioWhenTheClientsAreGeneratedForTypeScript() throws IOException, InterruptedException {
        for (var file : new String[] {"scenario.ts", "engagement.ts", "tsconfig.json"}) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(FOLDER.resolve("package.json"), "{\"type\": \"module\"}");
        var rapport = RunningRapport.get();
        var token = rapport.token("ws-" + UUID.randomUUID(), "alex", TokenIssuer.ALL_SCOPES);

        var compiled = run("node", compiler(), "-p", ".");
        var ran = compiled.code() == 0
                ? run("node", "compiled/scenario.js", rapport.contacts().url().toString(), token)
                : compiled;

        var engaged = run(
                "node",
                "compiled/engagement.js",
                rapport.contacts().url().toString(),
                rapport.engagement().url().toString(),
                token);

        assertThat(compiled.code()).as(compiled.output()).isZero();
        assertThat(ran.code()).as(ran.output()).isZero();
        assertThat(ran.output()).contains("scenario done");
        assertThat(engaged.output()).contains("engagement done");
    }

    private static String compiler() {
        return COMPILER.formatted(System.getProperty("typescript.version"));
    }

    private static int nodeVersion() throws InterruptedException {
        try {
            var version =
                    Pattern.compile("v(\\d+)").matcher(run("node", "--version").output());
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static Outcome run(String... command) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        var log = FOLDER.resolve("output.log");
        var process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return new Outcome(-1, "no end after two minutes: " + Files.readString(log));
        }
        return new Outcome(process.exitValue(), Files.readString(log));
    }
}
