package dev.rapport.notifier.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.events.Band;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StrengthTest {

    private static final Instant LANDMARK = Instant.parse("2020-01-01T00:00:00Z");

    @Test
    void shouldHalveTheStrengthInAHalfLife() {
        var halfLife = Duration.ofDays(14);
        // A strength of κ at the landmark: a score of 50; of κ/2 a half-life later.
        var strength = new Strength(Math.log(3.4) / Math.log(2), halfLife.toSeconds(), 3.4);

        assertThat(strength.scoreAt(LANDMARK)).isCloseTo(50, within(1e-9));
        assertThat(strength.scoreAt(LANDMARK.plus(halfLife))).isCloseTo(100 * (1 - Math.sqrt(0.5)), within(1e-9));
        assertThat(Strength.NONE.scoreAt(LANDMARK)).isZero();
    }

    @Test
    void shouldNameTheBandOfAScore() {
        assertThat(Strength.band(75)).isEqualTo(Band.CLOSE);
        assertThat(Strength.band(74.9)).isEqualTo(Band.ACTIVE);
        assertThat(Strength.band(25)).isEqualTo(Band.WARM);
        assertThat(Strength.band(10)).isEqualTo(Band.COOLING);
        assertThat(Strength.band(0)).isEqualTo(Band.DORMANT);
    }
}
