package dev.rapport.demo.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ReplayedNetworkTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static ReplayedNetwork replay(String content) throws IOException {
        return new ReplayedNetwork(MessageLog.parse("log.csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldTakeTheNetworkOfTheBusiestMemberAndMoveItsLastMessageToNow() throws IOException {
        // Given: 7 has four events; the last line of the file is none of theirs, and the lines are out of order
        ReplayedNetwork replay = replay("7,8,1000\n9,7,5000\n7,8,2000\n8,7,1500\n8,9,9000\n");

        // When
        Network network = replay.endingAt(NOW, ZoneOffset.UTC);

        // Then
        assertThat(network.people()).hasSize(2);
        String eight = network.people().get(0).email();
        String nine = network.people().get(1).email();
        assertThat(network.touches())
                .extracting(Touch::externalId, Touch::address, Touch::direction, Touch::occurredAt)
                .containsExactly(
                        tuple("1", eight, Touch.OUTBOUND, NOW.minusSeconds(4000)),
                        tuple("4", eight, Touch.INBOUND, NOW.minusSeconds(3500)),
                        tuple("3", eight, Touch.OUTBOUND, NOW.minusSeconds(3000)),
                        tuple("2", nine, Touch.INBOUND, NOW));
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    @Test
    void shouldMakeUpTheSamePeopleEveryTime() throws IOException {
        // Given
        String content = "1,2,10\n1,3,20\n4,1,30\n";

        // When
        Network first = replay(content).endingAt(NOW, ZoneOffset.UTC);
        Network second = replay(content).endingAt(NOW, ZoneOffset.UTC);

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void shouldNameAnEditedFileAsAnotherSource() throws IOException {
        assertThat(replay("1,2,10").name()).isNotEqualTo(replay("1,2,11").name());
    }

    @Test
    void shouldReplayARealLogWhenItIsThere() {
        // Given: real data is never part of the project
        Path file = Path.of("../../shared/data/interactions/enron_pw.csv");
        assumeThat(file).exists();

        // When
        Network network = new ReplayedNetwork(MessageLog.read(file)).endingAt(NOW, ZoneOffset.UTC);

        // Then
        var emails = network.people().stream().map(Person::email).toList();
        assertThat(new HashSet<>(emails)).hasSameSizeAs(emails);
        assertThat(network.touches())
                .isSortedAccordingTo((a, b) -> a.occurredAt().compareTo(b.occurredAt()))
                .extracting(Touch::address)
                .allMatch(emails::contains);
        assertThat(network.touches().get(network.touches().size() - 1).occurredAt())
                .isEqualTo(NOW);
        assertThat(network.touches()).extracting(Touch::direction).contains(Touch.OUTBOUND, Touch.INBOUND);
        assertThat(network.people().stream().filter(person -> person.cadence() != null))
                .isNotEmpty();
    }
}
