package dev.rapport.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A real PostgreSQL 18 server with one database per service, all owned by the role {@value #USER}, which is no
 * superuser. Listens on the loopback interface only and trusts whoever connects from there.
 */
public final class LocalPostgres implements AutoCloseable {

    /** The role that the services log in with. */
    public static final String USER = "rapport";

    /** The password of {@link #USER}. */
    public static final String PASSWORD = "rapport";

    /** The databases, one per service. */
    public static final List<String> DATABASES = List.of("contacts", "engagement", "notifier");

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final EmbeddedPostgres server;
    private final Path folder;

    private LocalPostgres(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /**
     * Starts the server; a folder that holds no database cluster yet gets one. A server that an earlier, killed
     * process left running on the same folder is stopped first.
     *
     * @param folder where the data is, beside the unpacked server, and stays after {@link #close()}
     * @param port on the loopback interface
     * @param durable whether a commit waits until it is on the disk; false is for tests, which do not outlive the machine
     */
    public static LocalPostgres start(Path folder, int port, boolean durable) {
        Path data = Folders.create(folder.resolve("data"));
        stopLeftBehind(folder);
        try {
            LocalPostgres postgres =
                    new LocalPostgres(server(folder, data, port, durable).start(), folder);
            postgres.createRoleAndDatabases();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start on port " + port + " in " + data, e);
        }
    }

    /** Stops the server that a killed process left running on the folder; nothing happens when there is none. */
    static void stopLeftBehind(Path folder) {
        new PostmasterFile(folder.resolve("data")).clear(STOP_LIMIT);
    }

    /** The server that runs on the folder, whoever started it. */
    static Optional<ProcessHandle> running(Path folder) {
        return new PostmasterFile(folder.resolve("data")).running();
    }

    /** Servers that live long must not lose their programs to whoever tidies up the folder for temporary files. */
    private static File binaries(Path folder, boolean durable) {
        return durable ? Folders.create(folder.resolve("server")).toFile() : null;
    }

    private static EmbeddedPostgres.Builder server(Path folder, Path data, int port, boolean durable) {
        String onOrOff = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries(folder, durable))
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setPort(port)
                // Built into the server: sorts alike on every operating system.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", onOrOff)
                .setServerConfig("full_page_writes", onOrOff)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("unix_socket_directories", "")
                // Seven files at most, one per weekday, each begun afresh.
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", "log")
                .setServerConfig("log_filename", "postgres-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                .setServerConfig("log_rotation_age", "1d")
                .setServerConfig("log_rotation_size", "0");
    }

    private void createRoleAndDatabases() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "SELECT FROM pg_roles WHERE rolname = '" + USER + "'")) {
                statement.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'");
            }
            for (String database : DATABASES) {
                if (isMissing(statement, "SELECT FROM pg_database WHERE datname = '" + database + "'")) {
                    statement.execute("CREATE DATABASE " + database + " OWNER " + USER);
                }
            }
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("PostgreSQL refuses to create the databases", e);
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    /** The address of one of {@link #DATABASES}, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    /** The port that the server listens on. */
    public int port() {
        return server.getPort();
    }

    /** Stops the server, breaking its connections, and waits until it is gone; the data stays. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        } finally {
            stopLeftBehind(folder);
        }
    }
}
