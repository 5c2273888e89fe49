package dev.rapport.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "1, none, PT0.2S",
                "2, none, PT0.4S",
                "7, none, PT6.4S",
                "1, 3, PT3S",
                "1, 999999, PT1M",
                "1, 'Sun, 1 Mar 2026 12:00:09 GMT', PT9S",
                "1, 'Sun, 1 Mar 2026 11:00:00 GMT', PT0S",
                "2, soon, PT0.4S",
            })
    void shouldWaitAsLongAsAskedForAndElseDouble(int attempt, String retryAfter, Duration expected) {
        assertThat(RetryPolicy.delay(attempt, retryAfter, NOW)).isEqualTo(expected);
    }

    @Test
    void shouldRepeatOnlyWhatCanPass() {
        assertThat(RetryPolicy.isPassing(429, false)).isTrue();
        assertThat(RetryPolicy.isPassing(503, false)).isTrue();
        assertThat(RetryPolicy.isPassing(409, true)).isTrue();
        assertThat(RetryPolicy.isPassing(409, false)).isFalse();
        assertThat(RetryPolicy.isPassing(400, true)).isFalse();
        assertThat(RetryPolicy.isPassing(500, true)).isFalse();
    }
}
