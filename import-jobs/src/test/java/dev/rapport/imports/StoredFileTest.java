package dev.rapport.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredFileTest {

    private static final List<String> PIECES = List.of("abc", "defg", "h");

    @Test
    void shouldBeTheFileWhateverIsReadAtATime() throws IOException {
        for (int most = 1; most <= 9; most++) {
            var read = new StringBuilder();
            try (var file = new StoredFile(8, StoredFileTest::piece)) {
                var buffer = new byte[most];
                for (int got = file.read(buffer, 0, most); got >= 0; got = file.read(buffer, 0, most)) {
                    read.append(new String(buffer, 0, got, StandardCharsets.US_ASCII));
                    assertThat(file.position()).isEqualTo(read.length());
                }
            }
            assertThat(read).hasToString("abcdefgh");
        }
    }

    @Test
    void shouldReadByteByByteToTheEnd() throws IOException {
        try (var file = new StoredFile(8, StoredFileTest::piece)) {
            for (char expected : "abcdefgh".toCharArray()) {
                assertThat(file.read()).isEqualTo(expected);
            }
            assertThat(file.read()).isEqualTo(-1);
            assertThat(file.read(new byte[4], 0, 4)).isEqualTo(-1);
        }
    }

    @Test
    void shouldNotTakeAMissingPieceForTheEnd() throws IOException {
        try (var file = new StoredFile(9, StoredFileTest::piece)) {
            assertThat(file.readNBytes(8)).hasSize(8);
            assertThatThrownBy(file::read).isInstanceOf(IOException.class).hasMessageContaining("piece 3");
        }
    }

    private static Optional<byte[]> piece(int nr) {
        return nr < PIECES.size() ? Optional.of(PIECES.get(nr).getBytes(StandardCharsets.US_ASCII)) : Optional.empty();
    }
}
