package dev.rapport.stack.launch;

import dev.rapport.stack.SigningKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** {@code ./rapport up}: everything runs afterwards, or one line says why not and nothing new runs. */
final class Up {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long POLL_MILLIS = 200;
    private static final List<String> STACK_FLAGS = List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC");

    private final Settings settings;
    private final Processes processes;
    private final Health health = new Health();
    private final PrintStream out;
    private final Progress progress;

    Up(Settings settings, PrintStream out, boolean terminal) {
        this.settings = settings;
        this.processes = new Processes(settings);
        this.out = out;
        this.progress = new Progress(out, terminal);
    }

    void run() {
        settings.home().create();
        try (FileChannel lock = FileChannel.open(
                settings.home().run().resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new LaunchFailure(
                        "Another ./rapport up is at work on " + settings.home().folder() + "; wait for it.");
            }
            runAlone();
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write in " + settings.home().folder() + " (" + e.getMessage() + ").");
        }
    }

    private void runAlone() throws IOException {
        if (processes.allRun()) {
            awaitAll(services());
            out.println("Rapport is already running.");
            return;
        }
        if (processes.someRun()) {
            out.println("Only a part of Rapport is running; stopping it to start afresh.");
        }
        processes.stop();
        settings.ports().requireFree();
        settings.home().requireSpace();
        try {
            startAll();
        } catch (RuntimeException e) {
            progress.end();
            processes.stop();
            throw e;
        }
    }

    private void startAll() throws IOException {
        SigningKeys keys = SigningKeys.in(settings.home().keys());
        Path ready = StackProcess.readyFile(settings.home());
        Files.deleteIfExists(ready);
        List<String> arguments = new ArrayList<>(STACK_FLAGS);
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), StackProcess.class.getName()));
        processes.stack().start(arguments, settings.environment());
        awaitAll(Map.of(processes.stack(), () -> Files.exists(ready)));
        processes.services().forEach(service -> service.start(keys));
        awaitAll(services());
    }

    private Map<Part, BooleanSupplier> services() {
        Map<Part, BooleanSupplier> services = new LinkedHashMap<>();
        processes.services().forEach(service -> services.put(service.part(), () -> health.isReady(service.url())));
        return services;
    }

    /** Waits until all parts are ready; one that dies meanwhile is a failure. */
    private void awaitAll(Map<Part, BooleanSupplier> parts) {
        long start = System.nanoTime();
        Map<Part, Boolean> ready = new LinkedHashMap<>();
        parts.keySet().forEach(part -> ready.put(part, false));
        while (ready.containsValue(false)) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            ready.replaceAll((part, was) -> was || parts.get(part).getAsBoolean());
            progress.show(state(ready), seconds);
            ready.forEach((part, is) -> requireAlive(part));
            if (seconds > LIMIT.toSeconds()) {
                throw new LaunchFailure(state(ready) + " after " + seconds + " s; see the logs in "
                        + settings.home().logs());
            }
            pause();
        }
        progress.end();
    }

    private static String state(Map<Part, Boolean> ready) {
        StringBuilder state = new StringBuilder();
        ready.forEach((part, is) ->
                state.append(state.isEmpty() ? "" : ", ").append(part.name()).append(is ? " ready" : " starting"));
        return state.toString();
    }

    private static void requireAlive(Part part) {
        if (part.process().isPresent()) {
            return;
        }
        try {
            throw new LaunchFailure(part.name() + " died at its start: " + LastWords.of(part.log(), part.console()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + part.log(), e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
