package dev.rapport.demo.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.demo.network.MessageLog.BadLine;
import dev.rapport.demo.network.MessageLog.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageLogTest {

    private static MessageLog parse(String content) throws IOException {
        return MessageLog.parse("log.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldReadRowsWithTheirLineNumbersWhenThereIsAHeader() throws IOException {
        // When
        MessageLog log = parse("\uFEFFsrc,dst,unix_ts\r\n1, 2,1000\r\n\r\nbob,1,2000\r\n");

        // Then
        assertThat(log.messages()).containsExactly(new Message(2, "1", "2", 1000), new Message(4, "bob", "1", 2000));
        assertThat(log.badLines()).isEmpty();
    }

    @Test
    void shouldReadTheFirstRowWhenThereIsNoHeader() throws IOException {
        assertThat(parse("1,2,1000").messages()).containsExactly(new Message(1, "1", "2", 1000));
    }

    @Test
    void shouldDropSelfLoopsAndCountThem() throws IOException {
        // When
        MessageLog log = parse("1,1,1000\n1,2,1000\n");

        // Then
        assertThat(log.selfLoops()).isEqualTo(1);
        assertThat(log.messages()).hasSize(1);
    }

    @Test
    void shouldKeepBadLinesAsideWithTheirNumbers() throws IOException {
        // When
        MessageLog log = parse("1,2,1000\n1,2\n1,2,yesterday\n,2,1000\n1,3,1082040961000\n2,1,5\n3,1,6\n4,1,7\n");

        // Then
        assertThat(log.badLines())
                .containsExactly(
                        new BadLine(2, "the number of fields is 2, not 3"),
                        new BadLine(3, "unix_ts is not a number of seconds since 1970"),
                        new BadLine(4, "src or dst is empty"),
                        new BadLine(5, "unix_ts is not a number of seconds since 1970"));
        assertThat(log.messages()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                       | is empty
                    src,dst,unix_ts          | holds no message
                    1,1,1000                 | holds no message
                    {"some": "json"}         | another format (line 1
                    name;mail;since          | another format (line 1
                    """)
    void shouldSayInOneLineWhyAFileCannotBeUsed(String content, String why) {
        assertThatThrownBy(() -> parse(content))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith("log.csv")
                .hasMessageContaining(why)
                .hasMessageContaining("src,dst,unix_ts")
                .message()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.csv", "."})
    void shouldSayInOneLineWhenThereIsNoFile(String name, @TempDir Path folder) {
        assertThatThrownBy(() -> MessageLog.read(folder.resolve(name)))
                .isInstanceOf(UnusableInput.class)
                .message()
                .contains("src,dst,unix_ts")
                .doesNotContain("\n");
    }

    @Test
    void shouldRefuseBinaryContent(@TempDir Path folder) throws IOException {
        // Given
        Path file =
                Files.write(folder.resolve("image.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});

        // When / Then
        assertThatThrownBy(() -> MessageLog.read(file)).hasMessageContaining("another format");
    }
}
