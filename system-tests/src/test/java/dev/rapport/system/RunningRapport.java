package dev.rapport.system;

import static org.awaitility.Awaitility.await;

import dev.rapport.stack.LocalPostgres;
import dev.rapport.stack.LocalStack;
import dev.rapport.stack.ServiceEnvironment;
import dev.rapport.stack.SigningKeys;
import dev.rapport.stack.StackPorts;
import dev.rapport.stack.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

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
    private final List<RunningService> others = new CopyOnWriteArrayList<>();

    private RunningRapport() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        contacts = service("contacts", "contacts", Map.of());
        engagement = service("engagement", "engagement", Map.of());
        notifier = service("notifier", "notifier", Map.of());
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

    /** One more instance of the notifier, not started yet, with some settings of its own. */
    RunningService notifier(String label, Map<String, String> settings) {
        var instance = service("notifier", label, settings);
        others.add(instance);
        return instance;
    }

    /** A service's database, for what no API shows. */
    Connection database(String name) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(name), LocalPostgres.USER, LocalPostgres.PASSWORD);
    }

    String bootstrapServers() {
        return stack.bootstrapServers();
    }

    /** Waits until it answers; fails when it dies. */
    void awaitReady(RunningService service) {
        await().atMost(STARTED_WITHIN).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!service.isAlive()) {
                throw new IllegalStateException("died at its start:\n" + service.lastWords());
            }
            return Api.isUp(service.url().resolve("/q/health/ready"));
        });
    }

    private RunningService service(String name, String label, Map<String, String> settings) {
        int port = StackPorts.freePort();
        var environment = ServiceEnvironment.of(name, port, stack.ports(), keys);
        environment.put("RAPPORT_EMAIL_TRUSTED_DOMAINS", "example.org");
        environment.put("RAPPORT_CLOCK_OFFSET_FILE", offset.toString());
        environment.putAll(settings);
        return new RunningService(name, label, port, environment, folder);
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
        others.forEach(RunningService::kill);
        stack.close();
    }
}
