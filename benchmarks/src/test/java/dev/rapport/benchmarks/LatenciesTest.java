package dev.rapport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void shouldTakeTheNearestRank() {
        var latencies = new Latencies();
        for (int millis = 2_000; millis >= 1; millis--) {
            latencies.add(millis * 1_000_000L);
        }

        assertThat(latencies.count()).isEqualTo(2_000);
        assertThat(latencies.percentile(0.5)).isEqualTo(1_000);
        assertThat(latencies.percentile(0.99)).isEqualTo(1_980);
        assertThat(latencies.percentile(1)).isEqualTo(2_000);
    }

    @Test
    void shouldNotInventAFigure() {
        assertThatThrownBy(() -> new Latencies().percentile(0.5)).isInstanceOf(IllegalStateException.class);
    }
}
