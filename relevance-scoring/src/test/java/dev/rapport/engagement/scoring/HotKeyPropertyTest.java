package dev.rapport.engagement.scoring;

import static dev.rapport.engagement.scoring.Touches.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HotKeyPropertyTest {

    private static final ScoringProfile PROFILE = ScoringProfile.DEFAULT;
    private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");

    @Provide
    Arbitrary<List<Touch>> streams() {
        return Touches.streams(0, 60);
    }

    @Property
    void shouldEqualTheFoldWhateverTheOrderAndTheBatchesOfArrival(
            @ForAll("streams") List<Touch> stream, @ForAll Random random) {
        // Given
        var arriving = new ArrayList<>(stream);
        Collections.shuffle(arriving, random);

        // When
        var key = HotKey.NONE;
        for (int from = 0; from < arriving.size(); ) {
            int to = Math.min(arriving.size(), from + 1 + random.nextInt(8));
            key = key.extend(arriving.subList(from, to), PROFILE);
            from = to;
        }

        // Then
        double folded = HotKey.fold(stream, PROFILE).log2();
        assertThat(key.log2()).satisfiesAnyOf(log2 -> assertThat(log2).isEqualTo(folded), log2 -> assertThat(log2)
                .isCloseTo(folded, within(1e-9)));
    }

    @Property
    void shouldAgreeWithTheDirectSumWhenReadJustAfterTheLast(@ForAll("streams") List<Touch> stream) {
        // Given
        var at = stream.stream().map(Touch::at).max(Instant::compareTo).orElse(T);

        // When
        double heat = HotKey.fold(stream, PROFILE).at(at);

        // Then
        double direct =
                stream.stream().mapToDouble(touch -> directPart(touch, at)).sum();
        assertThat(heat).isCloseTo(direct, within(1e-8 * direct));
    }

    @Example
    void shouldHalveInAnHourAndBeGoneAfterADay() {
        var key = HotKey.fold(List.of(touch(1, T, Direction.OUTBOUND)), PROFILE);

        assertThat(key.at(T)).isCloseTo(16, within(1e-9));
        assertThat(key.at(T.plus(Duration.ofHours(1)))).isCloseTo(8, within(1e-9));
        assertThat(key.at(T.plus(Duration.ofDays(1)))).isLessThan(1e-6);
    }

    @Example
    void shouldNotBeHeatedByAPitchOfTheContact() {
        var pitch = touch(1, T, InteractionKind.PITCH, Direction.INBOUND);

        assertThat(HotKey.fold(List.of(pitch), PROFILE)).isEqualTo(HotKey.NONE);
    }

    @Example
    void shouldStayFiniteAndExactOverDecades() {
        var hourly = new ArrayList<Touch>();
        for (int hour = 0; hour < 24 * 365; hour++) {
            hourly.add(touch(hour, T.plus(Duration.ofHours(35L * hour)), Direction.INBOUND));
        }

        var key = HotKey.fold(hourly, PROFILE);

        var last = hourly.get(hourly.size() - 1).at();
        assertThat(Duration.between(T, last)).isGreaterThan(Duration.ofDays(34 * 365));
        assertThat(key.at(last)).isCloseTo(64 / (1 - Math.pow(2, -35)), within(1e-6));
        assertThat(key.at(last.plus(Duration.ofDays(40 * 365)))).isZero();
        assertThat(key.log2()).isFinite();
    }

    private static double directPart(Touch touch, Instant at) {
        if (PROFILE.isNoise(touch)) {
            return 0;
        }
        double weight =
                switch (touch.direction()) {
                    case OUTBOUND -> 16;
                    case INBOUND -> 16 * 4;
                    case MUTUAL -> (16 + 16 * 4) / 2.0;
                };
        double hours = Duration.between(touch.at(), at).toNanos() / 3.6e12;
        return weight * Math.pow(0.5, hours);
    }
}
