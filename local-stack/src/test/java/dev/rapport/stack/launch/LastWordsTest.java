package dev.rapport.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {

    @TempDir
    private Path folder;

    private Path log;
    private Path console;

    @BeforeEach
    void name() {
        log = folder.resolve("contacts.log");
        console = folder.resolve("contacts.out");
    }

    @Test
    void shouldTellTheLastErrorAndItsFileWhenTheLogHasOne() throws Exception {
        // Given
        Files.writeString(
                log, "INFO up\nERROR first\nERROR Failed to start: no table\n  at x.Error.y(E.java)\nINFO bye\n");
        Files.writeString(console, "Error: later\n");

        // When
        String words = LastWords.of(log, console);

        // Then
        assertThat(words).isEqualTo("ERROR Failed to start: no table (log: " + log + ")");
    }

    @Test
    void shouldLookAtTheConsoleWhenTheLogTellsOfNoError() throws Exception {
        Files.writeString(log, "INFO up\n");
        Files.writeString(console, "Error: Unable to access jarfile x.jar\n");
        assertThat(LastWords.of(log, console))
                .isEqualTo("Error: Unable to access jarfile x.jar (log: " + console + ")");
    }

    @Test
    void shouldTellTheLastLineWhenNothingLooksLikeAnError() throws Exception {
        Files.writeString(log, "INFO up\nINFO going\n\n");
        assertThat(LastWords.of(log, console)).isEqualTo("INFO going (log: " + log + ")");
    }

    @Test
    void shouldSaySoWhenThereIsNoWord() throws Exception {
        assertThat(LastWords.of(log, console)).isEqualTo("it said nothing");
    }
}
