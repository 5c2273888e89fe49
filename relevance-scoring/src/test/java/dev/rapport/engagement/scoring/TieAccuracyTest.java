package dev.rapport.engagement.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A million interactions of one tie, folded one by one, against a sum of them all at the end that is compensated (Kahan) and
 * therefore exact to the last digits of a double.
 */
class TieAccuracyTest {

    private static final int EVENTS = 1_000_000;
    private static final double MOST = 1e-9;
    private static final Instant START = Instant.parse("2020-03-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"P14D, P3650D", "P3D, P3650D", "PT1H, P3650D", "P90D, P3650D", "P14D, P30D", "P3650D, P1D"})
    void shouldEqualTheExactSumWhenAMillionInteractionsAreFoldedOneByOne(Duration halfLife, Duration span) {
        // Given
        var profile = ScoringProfile.DEFAULT.withHalfLife(halfLife);
        var random = new Random(42);
        double meanGap = span.toMillis() * 1000.0 / EVENTS;
        var end = START.plus(span).plus(Duration.ofDays(1));
        var exact = new Sum();
        var exactHot = new Sum();
        var tie = Tie.EMPTY;
        var hot = HotKey.NONE;
        Touch before = null;
        var at = START;

        // When
        for (int i = 0; i < EVENTS; i++) {
            at = at.plusNanos(1000 * (1 + (long) (-Math.log(1 - random.nextDouble()) * meanGap)));
            var direction = Direction.values()[random.nextInt(3)];
            var touch = new Touch(new UUID(0, i), at, InteractionKind.MESSAGE, direction);
            tie = TieFold.extend(tie, List.of(touch), profile);
            hot = hot.extend(List.of(touch), profile);
            exact.add(weight(before, touch, profile) * halved(Duration.between(at, end), halfLife));
            exactHot.add(heat(direction) * halved(Duration.between(at, end), HotKey.HALF_LIFE));
            before = touch;
        }

        // Then
        var then = at.isAfter(end) ? at : end;
        double drift = halved(Duration.between(end, then), halfLife);
        assertThat(new Relevance(tie, profile).strength(then) / (exact.value() * drift) - 1)
                .isBetween(-MOST, MOST);
        double cooling = halved(Duration.between(end, then), HotKey.HALF_LIFE);
        assertThat(hot.at(then) / (exactHot.value() * cooling) - 1).isBetween(-MOST, MOST);
        assertThat(tie.interactions()).isEqualTo(EVENTS);
    }

    private static double weight(Touch before, Touch touch, ScoringProfile profile) {
        double increment = before == null
                ? 1
                : -Math.expm1(
                        -Math.log(2) * seconds(Duration.between(before.at(), touch.at())) / seconds(profile.burst()));
        return increment
                * switch (touch.direction()) {
                    case OUTBOUND -> profile.outboundWeight();
                    case INBOUND -> profile.inboundWeight();
                    case MUTUAL -> (profile.outboundWeight() + profile.inboundWeight()) / 2;
                };
    }

    private static double heat(Direction direction) {
        return switch (direction) {
            case OUTBOUND -> 16;
            case INBOUND -> 64;
            case MUTUAL -> 40;
        };
    }

    private static double halved(Duration age, Duration halfLife) {
        return Math.pow(2, -seconds(age) / seconds(halfLife));
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    /** Kahan's compensated sum, Neumaier's form. */
    private static final class Sum {
        private double sum;
        private double rest;

        void add(double value) {
            double next = sum + value;
            rest += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }

        double value() {
            return sum + rest;
        }
    }
}
