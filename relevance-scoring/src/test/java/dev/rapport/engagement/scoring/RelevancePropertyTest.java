package dev.rapport.engagement.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.events.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class RelevancePropertyTest {

    private static final ScoringProfile PROFILE = ScoringProfile.DEFAULT;
    private static final double MICROS_PER_DAY = 86_400e6;

    @Provide
    Arbitrary<List<Touch>> streams() {
        return Touches.streams(1, 60).filter(stream -> !stream.stream().allMatch(PROFILE::isNoise));
    }

    @Property
    void shouldAgreeWithTheDirectSumWhenReadAtAnyLaterInstant(
            @ForAll("streams") List<Touch> stream, @ForAll @LongRange(max = 400) long hours) {
        // Given
        var relevance = relevance(stream);
        var at = relevance.tie().last().plus(Duration.ofHours(hours));

        // When
        double strength = relevance.strength(at);

        // Then
        double direct = directSum(stream, at);
        assertThat(strength).isCloseTo(direct, within(1e-9 * direct));
    }

    @Property
    void shouldKeepTheOrderOfTwoTiesWhenTimePasses(
            @ForAll("streams") List<Touch> a,
            @ForAll("streams") List<Touch> b,
            @ForAll @LongRange(max = 365) long days) {
        // Given
        var first = relevance(a);
        var second = relevance(b);
        Assume.that(Math.abs(first.rankKey() - second.rankKey()) > 1e-9);
        var newest = first.tie().last().isAfter(second.tie().last())
                ? first.tie().last()
                : second.tie().last();
        var at = newest.plus(Duration.ofDays(days));
        Assume.that(Math.min(first.strength(at), second.strength(at)) > 1e-300);

        // When
        int byStrength = Double.compare(first.strength(at), second.strength(at));

        // Then
        assertThat(byStrength).isEqualTo(Double.compare(first.rankKey(), second.rankKey()));
    }

    @Property
    void shouldHaveExactlyTheScoreAskedForWhenItFallsToIt(
            @ForAll("streams") List<Touch> stream, @ForAll @DoubleRange(min = 0.5, max = 99) double score) {
        // Given
        var relevance = relevance(stream);

        // When
        var falls = relevance.fallsTo(score).orElseThrow();

        // Then
        assertThat(relevance.score(falls)).isCloseTo(score, within(1e-9 * score));
    }

    @Property
    void shouldReachTheChanceOfSilenceWhenItDrifts(@ForAll("streams") List<Touch> stream) {
        // Given
        var relevance = relevance(stream);

        // When
        var drifts = relevance.driftsAt().orElseThrow();

        // Then
        var tie = relevance.tie();
        double contacts = Math.pow(2, tie.outbound().log2() - daysFromLandmark(drifts) / 14)
                + Math.pow(2, tie.inbound().log2() - daysFromLandmark(drifts) / 14);
        assertThat(Math.exp(-contacts * (1 - Math.pow(2, -14.0 / 14)))).isCloseTo(0.7, within(1e-9));
        assertThat(relevance.chanceOfSilence(drifts, Duration.ofDays(14))).isCloseTo(0.7, within(1e-9));
    }

    @Property
    void shouldAddUpToTheWholeWhenExplained(
            @ForAll("streams") List<Touch> stream, @ForAll @LongRange(max = 400) long hours) {
        // Given
        var relevance = relevance(stream);
        var at = relevance.tie().last().plus(Duration.ofHours(hours));

        // When
        var shares = Share.of(stream, at, PROFILE);

        // Then
        double strength = relevance.strength(at);
        assertThat(shares).hasSize((int) relevance.tie().interactions());
        assertThat(shares.stream().mapToDouble(Share::strength).sum()).isCloseTo(strength, within(1e-9 * strength));
        assertThat(shares.stream().mapToDouble(Share::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(shares).isSortedAccordingTo((x, y) -> Double.compare(y.share(), x.share()));
    }

    private static Relevance relevance(List<Touch> stream) {
        return new Relevance(TieFold.fold(stream, PROFILE), PROFILE);
    }

    /** The formula of the design, term by term, without logarithms or folds. */
    private static double directSum(List<Touch> stream, Instant at) {
        double sum = 0;
        Instant last = null;
        for (var touch : stream.stream()
                .distinct()
                .sorted()
                .filter(t -> !PROFILE.isNoise(t))
                .toList()) {
            double damping = last == null ? 1 : 1 - Math.pow(2, -daysBetween(last, touch.at()));
            double weight = touch.direction() == Direction.MUTUAL
                    ? 1
                    : touch.direction() == Direction.OUTBOUND ? 4.0 / 3 : 2.0 / 3;
            sum += weight * damping * Math.pow(2, -daysBetween(touch.at(), at) / 14);
            last = touch.at();
        }
        return sum;
    }

    private static double daysFromLandmark(Instant at) {
        return daysBetween(Instant.parse("2020-01-01T00:00:00Z"), at);
    }

    private static double daysBetween(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1000 / MICROS_PER_DAY;
    }
}
