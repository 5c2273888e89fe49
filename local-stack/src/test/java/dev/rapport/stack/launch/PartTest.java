package dev.rapport.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {

    @TempDir
    private Path folder;

    private Part part;

    @BeforeEach
    void create() {
        Home home = new Home(folder);
        home.create();
        part = new Part(home, "contacts");
    }

    @AfterEach
    void stop() {
        part.stop(Duration.ofSeconds(5));
    }

    @Test
    void shouldBeFoundByAnotherLauncherWhenItRuns() {
        // When
        ProcessHandle started = start();

        // Then
        assertThat(new Part(new Home(folder), "contacts").process()).contains(started);
        assertThat(new Part(new Home(folder), "notifier").process()).isEmpty();
    }

    /** Stopped at once, so that it is now and then met while it is becoming another program. */
    @RepeatedTest(20)
    void shouldBeGoneWithItsPidFileWhenItIsStopped() {
        // Given
        ProcessHandle started = start();

        // When
        part.stop(Duration.ofSeconds(5));

        // Then
        assertThat(started.isAlive()).isFalse();
        assertThat(folder.resolve("run/contacts.pid")).doesNotExist();
    }

    @Test
    void shouldBeEndedByForceWhenItDoesNotEndInTime() {
        // Given
        ProcessHandle started = start();

        // When
        part.stop(Duration.ZERO);

        // Then
        assertThat(started.isAlive()).isFalse();
    }

    @Test
    void shouldSpareAProcessWhenItHasOnlyInheritedTheNumber() throws Exception {
        // Given
        ProcessHandle stranger = ProcessHandle.current();
        Files.writeString(folder.resolve("run/contacts.pid"), Long.toString(stranger.pid()));

        // When
        part.stop(Duration.ofSeconds(5));

        // Then
        assertThat(stranger.isAlive()).isTrue();
        assertThat(part.process()).isEmpty();
        assertThat(folder.resolve("run/contacts.pid")).doesNotExist();
    }

    @Test
    void shouldNotBelongToAFolderWhoseNameOnlyBeginsAlike() throws Exception {
        // Given
        ProcessHandle started = start();
        Home other = new Home(
                Path.of(folder.toString().substring(0, folder.toString().length() - 1)));
        Part alike = new Part(new Home(Files.createDirectories(folder.resolve("other"))), "contacts");
        alike.home().create();

        // When
        Files.writeString(alike.home().run().resolve("contacts.pid"), Long.toString(started.pid()));

        // Then
        assertThat(alike.process()).isEmpty();
        assertThat(new Part(other, "contacts").process()).isEmpty();
    }

    @Test
    void shouldBeAbsentWhenThePidFileIsDamaged() throws Exception {
        Files.writeString(folder.resolve("run/contacts.pid"), "12a\n");
        assertThat(part.process()).isEmpty();
    }

    private ProcessHandle start() {
        return part.start(List.of("-cp", System.getProperty("java.class.path"), Sleeper.class.getName()), Map.of());
    }

    /** Does nothing until it is stopped. */
    static final class Sleeper {

        private Sleeper() {}

        public static void main(String[] arguments) throws InterruptedException {
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }
}
