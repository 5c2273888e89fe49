package dev.rapport.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {

    @TempDir
    Path folder;

    @Test
    void shouldReadInTheOrderOfTimeAndOfTheFileWhenLinesAreMixed() throws IOException {
        var network = read("src,dst,unix_ts,weight\nb,a,200,1\na,b,100\na,c,200.5\nc,a,200\n\n")
                .network();

        assertThat(network.messages()).isEqualTo(4);
        assertThat(network.people()).isEqualTo(3);
        assertThat(network.at(0)).isEqualTo(Instant.ofEpochSecond(100));
        assertThat(network.at(3)).isEqualTo(Instant.ofEpochMilli(200_500));
        assertThat(network.sent(1)).isEqualTo(network.received(0));
        assertThat(network.sent(2)).isEqualTo(network.received(3));
        assertThat(network.nextContact(0)).isEqualTo(200_000_000);
        assertThat(network.nextContact(1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldReadTheFirstLineWhenThereIsNoHeader() throws IOException {
        var file = read("\uFEFFa,b,1\n\"a\",\"c\",-2\r\n");

        var network = file.network();
        assertThat(network.messages()).isEqualTo(2);
        assertThat(network.people()).isEqualTo(3);
        assertThat(file.badLines()).isEmpty();
    }

    @Test
    void shouldTellTheNumberOfEveryBadLineAndReadOnWhenThereAreSome() throws IOException {
        var file = read("src,dst,unix_ts\na,b\na,b,yesterday\n,b,1\na,a,5\na,b,99999999999999999999\na,b,7\na,b,\n");

        assertThat(file.badLines()).extracting(NetworkFile.BadLine::number).containsExactly(2L, 3L, 4L, 6L, 8L);
        assertThat(file.badLines().get(1).why()).contains("'yesterday'");
        assertThat(file.selfLoops()).isEqualTo(1);
        assertThat(file.network().messages()).isEqualTo(1);
    }

    @Test
    void shouldHaveNothingToReplayWhenNoLineIsUsable() throws IOException {
        assertThat(read("").isEmpty()).isTrue();
        assertThat(read("src,dst,unix_ts\na,a,1\n").isEmpty()).isTrue();
    }

    private NetworkFile read(String text) throws IOException {
        return NetworkFile.read(Files.writeString(folder.resolve("network.csv"), text));
    }
}
