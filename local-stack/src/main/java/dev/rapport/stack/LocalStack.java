package dev.rapport.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** PostgreSQL, Kafka and a mail sink, started together in this process and stopped together. */
public final class LocalStack implements AutoCloseable {

    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final MailSink mail;
    private final StackPorts ports;
    private final Path temporary;

    private LocalStack(LocalPostgres postgres, LocalKafka kafka, MailSink mail, StackPorts ports, Path temporary) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.mail = mail;
        this.ports = ports;
        this.temporary = temporary;
    }

    /** On free ports and in a temporary folder, which {@link #close()} removes; fast instead of crash-proof. */
    public static LocalStack forTests() {
        QuietLogs.apply();
        Path folder = Folders.createTemporary();
        return start(folder, StackPorts.free(), false, folder);
    }

    /** On known ports and in a folder that keeps the data over restarts; what is committed survives a power cut. */
    public static LocalStack in(Path folder, StackPorts ports) {
        return start(folder, ports, true, null);
    }

    /** Stops the database server that a killed process left running on the folder, so that its port is free again. */
    public static void stopLeftBehind(Path folder) {
        LocalPostgres.stopLeftBehind(postgresFolder(folder));
    }

    /** The database server that runs on the folder, whoever started it. */
    public static Optional<ProcessHandle> postgres(Path folder) {
        return LocalPostgres.running(postgresFolder(folder));
    }

    private static Path postgresFolder(Path folder) {
        return folder.resolve("postgres");
    }

    private static LocalStack start(Path folder, StackPorts ports, boolean durable, Path temporary) {
        CompletableFuture<LocalPostgres> postgres = CompletableFuture.supplyAsync(
                () -> LocalPostgres.start(postgresFolder(folder), ports.postgres(), durable));
        LocalKafka kafka = null;
        MailSink mail = null;
        try {
            mail = MailSink.start(folder.resolve("mail"), ports.smtp());
            kafka = LocalKafka.start(folder.resolve("kafka"), ports.kafka());
            return new LocalStack(postgres.join(), kafka, mail, ports, temporary);
        } catch (RuntimeException e) {
            closeQuietly(kafka, e);
            closeQuietly(mail, e);
            postgres.whenComplete((started, failure) -> closeQuietly(started, e));
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void closeQuietly(AutoCloseable part, Exception reason) {
        if (part == null) {
            return;
        }
        try {
            part.close();
        } catch (Exception e) {
            reason.addSuppressed(e);
        }
    }

    /** The address of a service's database: contacts, engagement or notifier. */
    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    /** What Kafka clients connect to, {@code host:port}. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Where all three listen. */
    public StackPorts ports() {
        return ports;
    }

    /** Where the mail sink listens. */
    public int smtpPort() {
        return mail.port();
    }

    /** Where the mail sink keeps its messages. */
    public Path mailFolder() {
        return mail.folder();
    }

    /** Stops all three, the last started first. */
    @Override
    public void close() {
        try (postgres;
                mail;
                kafka) {
            // Closing is all there is to do.
        }
        if (temporary != null) {
            try {
                Folders.delete(temporary);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot remove " + temporary, e);
            }
        }
    }
}
