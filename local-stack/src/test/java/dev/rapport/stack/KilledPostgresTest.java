package dev.rapport.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledPostgresTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void quieten() {
        QuietLogs.apply();
    }

    @Test
    void shouldTakeOverWhenTheProcessThatStartedTheServerWasKilled() throws Exception {
        // Given
        int port = StackPorts.freePort();
        ProcessHandle orphan = startAndDie(port);
        assertThat(orphan.isAlive()).isTrue();

        // When
        try (LocalPostgres postgres = LocalPostgres.start(folder, port, false)) {
            // Then
            assertThat(orphan.isAlive()).isFalse();
            assertThat(answers(postgres)).isTrue();
        }
    }

    @Test
    void shouldStartWhenThePidFileNamesAnUnrelatedProcess() throws Exception {
        // Given
        int port = StackPorts.freePort();
        LocalPostgres.start(folder, port, false).close();
        long unrelated = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("data/postmaster.pid"), unrelated + "\n" + folder.resolve("data") + "\n");

        // When
        try (LocalPostgres postgres = LocalPostgres.start(folder, port, false)) {
            // Then
            assertThat(answers(postgres)).isTrue();
        }
    }

    private static boolean answers(LocalPostgres postgres) throws Exception {
        try (Connection connection =
                DriverManager.getConnection(postgres.jdbcUrl("contacts"), LocalPostgres.USER, LocalPostgres.PASSWORD)) {
            return connection.isValid(5);
        }
    }

    private ProcessHandle startAndDie(int port) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingStarter.class.getName(),
                        folder.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "starter.out"))
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("starter.out"), StandardCharsets.UTF_8))
                .isEqualTo(9);
        return LocalPostgres.running(folder).orElseThrow();
    }

    /** Starts a server and dies without a word, as a killed process does. */
    static final class DyingStarter {

        private DyingStarter() {}

        public static void main(String[] arguments) {
            LocalPostgres.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), false);
            Runtime.getRuntime().halt(9);
        }
    }
}
