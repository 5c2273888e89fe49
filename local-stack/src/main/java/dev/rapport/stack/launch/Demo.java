package dev.rapport.stack.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./rapport demo}: the program that fills a running Rapport with a network and shows what comes of it. */
final class Demo {

    private static final String MAIN_CLASS = "dev.rapport.demo.Demo";

    private final Settings settings;

    Demo(Settings settings) {
        this.settings = settings;
    }

    /** Fails when the file to replay, if one is named, cannot be read. */
    static List<String> readable(List<String> arguments) {
        if (arguments.size() > 1) {
            throw new LaunchFailure("demo takes one file at most; see ./rapport help.");
        }
        arguments.stream()
                .filter(file -> !Files.isReadable(Path.of(file)) || Files.isDirectory(Path.of(file)))
                .findFirst()
                .ifPresent(file -> {
                    throw new LaunchFailure("There is no file " + file + " that can be read.");
                });
        return arguments.stream()
                .map(file -> Path.of(file).toAbsolutePath().toString())
                .toList();
    }

    /** Runs it in the foreground; the answer is its exit code. */
    int run(List<String> arguments) {
        Path target = settings.project().resolve("demo/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                target + "/*:" + target.resolve("lib") + "/*",
                MAIN_CLASS));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        for (ServiceProcess service : new Processes(settings).services()) {
            builder.environment()
                    .put(
                            "RAPPORT_" + service.service().name() + "_URL",
                            service.url().toString());
        }
        builder.environment().put("RAPPORT_TOKEN", Token.of(settings.home(), List.of()));
        builder.environment().put("RAPPORT_HOME", settings.home().folder().toString());
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new LaunchFailure("The demo cannot be started (" + e.getMessage() + ").");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
