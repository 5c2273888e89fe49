package dev.rapport.system;

import static org.awaitility.Awaitility.await;

import dev.rapport.stack.LocalPostgres;
import dev.rapport.stack.LocalStack;
import dev.rapport.stack.SigningKeys;
import dev.rapport.stack.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The whole of Rapport, started once for all system tests of this module. */
final class RunningRapport {

    private static final Duration STARTED_WITHIN = Duration.ofSeconds(90);
    private static RunningRapport instance;

    private final LocalStack stack = LocalStack.forTests();
    private final SigningKeys keys = SigningKeys.generate();
    private final Path folder = Path.of("target", "system");
    private final Path offset = folder.resolve("clock-offset").toAbsolutePath();
    private final RunningService contacts;
    private final RunningService engagement;
    private final RunningService notifier;

    private RunningRapport() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        contacts = service("contacts");
        engagement = service("engagement");
        notifier = service("notifier");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** The running system; starts it for the first caller. */
    static synchronized RunningRapport get() {
        if (instance == null) {
            instance = new RunningRapport();
            instance.all().forEach(RunningService::start);
            instance.all().forEach(instance::awaitReady);
        }
        return instance;
    }

    RunningService contacts() {
        return contacts;
    }

    RunningService engagement() {
        return engagement;
    }

    RunningService notifier() {
        return notifier;
    }

    List<RunningService> all() {
        return List.of(contacts, engagement, notifier);
    }

    /** What a member of a workspace can do, with every scope. */
    Api as(String workspace, String member) {
        return as(workspace, member, TokenIssuer.ALL_SCOPES);
    }

    Api as(String workspace, String member, List<String> scopes) {
        return new Api(this, token(workspace, member, scopes));
    }

    /** A bearer token of a member, for other clients than {@link Api}. */
    String token(String workspace, String member, List<String> scopes) {
        return new TokenIssuer(keys).token(workspace, member, scopes, Duration.ofHours(2));
    }

    /** Moves the clock of all services to this offset from the system's. */
    void shiftClock(Duration by) {
        try {
            var next = Files.writeString(folder.resolve("clock-offset.next"), by.toString());
            Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills a service without farewell and starts it again. */
    void killAndRestart(RunningService service) {
        service.kill();
        service.start();
        awaitReady(service);
    }

    /** The messages that the SMTP server accepted, as they came. */
    List<String> mails() {
        try (var files = Files.list(stack.mailFolder())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(RunningRapport::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Instant now() {
        return Clock.systemUTC().instant();
    }

    private void awaitReady(RunningService service) {
        await().atMost(STARTED_WITHIN).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!service.isAlive()) {
                throw new IllegalStateException("died at its start:\n" + service.lastWords());
            }
            return Api.isUp(service.url().resolve("/q/health/ready"));
        });
    }

    private RunningService service(String name) {
        return new RunningService(
                name,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl(name),
                        "QUARKUS_DATASOURCE_USERNAME", LocalPostgres.USER,
                        "QUARKUS_DATASOURCE_PASSWORD", LocalPostgres.PASSWORD,
                        "KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers(),
                        "QUARKUS_OIDC_PUBLIC_KEY", keys.publicKey(),
                        "QUARKUS_MAILER_HOST", "127.0.0.1",
                        "QUARKUS_MAILER_PORT", Integer.toString(stack.smtpPort()),
                        "RAPPORT_CLOCK_OFFSET_FILE", offset.toString()),
                folder);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close() {
        all().forEach(RunningService::kill);
        stack.close();
    }
}
