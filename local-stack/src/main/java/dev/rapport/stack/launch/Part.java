package dev.rapport.stack.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * One background process and its pid file. A pid counts only if the process carries the marker of this part and of
 * this data folder on its command line: numbers are used again, and two Rapports may run side by side.
 */
record Part(Home home, String name) {

    static final String STACK = "stack";

    private static final int LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /** The process, if it runs. */
    Optional<ProcessHandle> process() {
        return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    private Optional<Long> pid() {
        try {
            return Optional.of(Long.valueOf(Files.readString(pidFile()).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return commandLine(process)
                .map(line -> (line + " ").contains(marker() + " "))
                .orElse(false);
    }

    /** Looks again if there is none: a process that is just becoming another program has no command line for a moment. */
    private static Optional<String> commandLine(ProcessHandle process) {
        Optional<String> line = process.info().commandLine();
        for (int look = 1; line.isEmpty() && process.isAlive() && look < LOOKS; look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            line = process.info().commandLine();
        }
        return line;
    }

    private String marker() {
        return "-Drapport.home=" + home.folder() + " -Drapport.part=" + name;
    }

    /**
     * Starts the Java runtime that runs this launcher, detached from the terminal.
     *
     * @param arguments what follows the marker: flags, class or jar, arguments
     * @param environment added to the launcher's own
     */
    ProcessHandle start(List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>(detached());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Drapport.home=" + home.folder(), "-Drapport.part=" + name));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(console().toFile());
        builder.environment().putAll(environment);
        try {
            ProcessHandle process = builder.start().toHandle();
            Files.writeString(pidFile(), Long.toString(process.pid()));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /** Without it, Ctrl-C in the terminal, or its end, would end the background processes too. Both replace themselves. */
    private static List<String> detached() {
        for (String tool : List.of("setsid", "nohup")) {
            for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
                if (Files.isExecutable(Path.of(folder, tool))) {
                    return List.of(tool);
                }
            }
        }
        return List.of();
    }

    /** Asks the process to end and, when it has not within the limit, ends it. Returns when it is gone. */
    void stop(Duration limit) {
        process().ifPresent(process -> {
            process.destroy();
            try {
                process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                process.destroyForcibly();
                process.onExit().join();
            } catch (ExecutionException | InterruptedException e) {
                throw new IllegalStateException("Cannot wait for the end of " + name, e);
            }
        });
        forget();
    }

    /** Removes the pid file of a process that is gone. */
    void forget() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + pidFile(), e);
        }
    }

    /** The log, which the process rotates by itself. */
    Path log() {
        return home.logs().resolve(name + ".log");
    }

    /** What went past the log, such as the words of a dying JVM; begins afresh at every start. */
    Path console() {
        return home.logs().resolve(name + ".out");
    }

    private Path pidFile() {
        return home.run().resolve(name + ".pid");
    }
}
