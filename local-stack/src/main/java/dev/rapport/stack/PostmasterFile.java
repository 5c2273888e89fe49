package dev.rapport.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The {@code postmaster.pid} of a data folder. It outlives a server that was killed, and a server outlives the
 * process that started it when that one was killed; either way the next start would fail.
 */
final class PostmasterFile {

    private final Path file;

    PostmasterFile(Path dataFolder) {
        this.file = dataFolder.resolve("postmaster.pid");
    }

    /** Stops the server named in the file, if it still runs, and removes the file. */
    void clear(Duration limit) {
        try {
            Optional<ProcessHandle> process = running();
            if (process.isPresent()) {
                stop(process.get(), limit);
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + file, e);
        }
    }

    /** The server named in the file, if it runs. */
    Optional<ProcessHandle> running() {
        return pid().flatMap(ProcessHandle::of).filter(PostmasterFile::isPostgres);
    }

    private Optional<Long> pid() {
        try {
            return Files.readAllLines(file).stream().findFirst().map(line -> Long.valueOf(line.strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The number may have gone to an unrelated process since. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    private static void stop(ProcessHandle postmaster, Duration limit) throws IOException {
        interrupt(postmaster);
        try {
            postmaster.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        } catch (ExecutionException e) {
            throw new IOException("Cannot wait for PostgreSQL, process " + postmaster.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL, process " + postmaster.pid(), e);
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown; SIGTERM, all that Java offers, would wait for every client to leave. */
    private static void interrupt(ProcessHandle postmaster) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping PostgreSQL", e);
        }
    }
}
