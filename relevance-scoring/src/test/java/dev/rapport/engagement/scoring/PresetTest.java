package dev.rapport.engagement.scoring;

import static dev.rapport.engagement.scoring.Touches.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.events.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {

    private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource
    void shouldScore50WhenThereIsContactInEveryHalfOfAHalfLife(Preset preset) {
        // Given
        var profile = preset.profile();
        var steady = new ArrayList<Touch>();
        for (int back = 0; back < 60; back++) {
            steady.add(touch(back, T.minus(profile.halfLife().dividedBy(2).multipliedBy(back)), Direction.MUTUAL));
        }

        // When
        double score = new Relevance(TieFold.fold(steady, profile), profile).score(T);

        // Then
        assertThat(score).isCloseTo(50, within(1.5));
    }

    @Test
    void shouldBeFoundByItsNameAndSayWhatItIsFor() {
        assertThat(Arrays.stream(Preset.values()).map(Preset::id))
                .containsExactly("default", "email", "chat", "key-accounts", "alumni", "adaptive");
        assertThat(Preset.named("key-accounts")).contains(Preset.KEY_ACCOUNTS);
        assertThat(Preset.named("KEY_ACCOUNTS")).isEmpty();
        assertThat(Preset.values()).allSatisfy(preset -> {
            assertThat(preset.purpose()).endsWith(".").hasSizeBetween(40, 160);
            assertThat(preset.profile().outboundWeight() + preset.profile().inboundWeight())
                    .isCloseTo(2, within(1e-12));
            assertThat(preset.adaptive()).isEqualTo(preset == Preset.ADAPTIVE);
        });
    }
}
