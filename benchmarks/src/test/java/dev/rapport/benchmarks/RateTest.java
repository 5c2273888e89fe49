package dev.rapport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Rate rate = new Rate(
            List.of(START.plusSeconds(1), START.plusSeconds(2), START.plusSeconds(4), START.plusMillis(4_500)));

    @Test
    void shouldCountWhatWasSeenBetweenTwoInstants() {
        assertThat(rate.between(START, START.plusSeconds(2))).isEqualTo("2 in 2.0 s, 1/s");
    }

    @Test
    void shouldEndWithTheLastWhenNoEndIsGiven() {
        assertThat(rate.between(START.plusSeconds(4), null)).isEqualTo("1 in 0.5 s, 2/s");
    }

    @Test
    void shouldSayThatThereWasNoTimeWhenThereWasNone() {
        assertThat(rate.between(null, null)).startsWith("unknown");
        assertThat(rate.between(START.plusSeconds(9), null)).startsWith("unknown");
    }
}
