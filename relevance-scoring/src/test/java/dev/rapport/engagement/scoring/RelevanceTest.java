package dev.rapport.engagement.scoring;

import static dev.rapport.engagement.scoring.Touches.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.events.Band;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelevanceTest {

    private static final ScoringProfile PROFILE = ScoringProfile.DEFAULT;
    private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void shouldBeDormantAndNeverDriftWhenNothingEverHappened() {
        var relevance = relevance(List.of());

        assertThat(relevance.rankKey()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(relevance.strength(T)).isZero();
        assertThat(relevance.score(T)).isZero();
        assertThat(relevance.band(T)).isEqualTo(Band.DORMANT);
        assertThat(relevance.peakBand()).isEqualTo(Band.DORMANT);
        assertThat(relevance.driftsAt()).isEmpty();
        assertThat(relevance.chanceOfSilence(T, Duration.ofDays(14))).isEqualTo(1);
        assertThat(relevance.nextBandAt(T)).isEmpty();
        assertThat(relevance.fallsTo(10)).isEmpty();
    }

    @Test
    void shouldScore50AfterAndBetween38WhenContactIsWeekly() {
        var steady = new ArrayList<Touch>();
        for (int week = 0; week < 100; week++) {
            steady.add(touch(week, T.minus(Duration.ofDays(7L * week)), Direction.MUTUAL));
        }

        var relevance = relevance(steady);

        assertThat(relevance.score(T)).isCloseTo(50, within(0.5));
        assertThat(relevance.score(T.plus(Duration.ofDays(7)))).isCloseTo(38.5, within(0.5));
    }

    @Test
    void shouldHalveTheStrengthWhenOneHalfLifePasses() {
        var relevance = relevance(List.of(touch(1, T, Direction.OUTBOUND)));

        assertThat(relevance.strength(T)).isCloseTo(4.0 / 3, within(1e-12));
        assertThat(relevance.strength(T.plus(Duration.ofDays(14)))).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void shouldCountOnceWhenTwoHappenAtTheSameInstant() {
        var one = relevance(List.of(touch(1, T, Direction.OUTBOUND)));
        var two = relevance(List.of(touch(1, T, Direction.OUTBOUND), touch(2, T, Direction.INBOUND)));

        assertThat(two.strength(T)).isEqualTo(one.strength(T));
        assertThat(two.tie().interactions()).isEqualTo(2);
        assertThat(two.tie().lastInboundAt()).isEqualTo(T);
    }

    @Test
    void shouldWeighBothDirectionsHalfWhenMutual() {
        var relevance = relevance(List.of(touch(1, T, Direction.MUTUAL)));

        assertThat(relevance.strength(T)).isCloseTo(1, within(1e-12));
        assertThat(relevance.tie().outbound()).isEqualTo(relevance.tie().inbound());
        assertThat(relevance.tie().lastOutboundAt()).isEqualTo(T);
        assertThat(relevance.tie().lastInboundAt()).isEqualTo(T);
    }

    @Test
    void shouldIgnoreAPitchWhenTheContactSentItButNotTheOwners() {
        var message = touch(1, T, Direction.INBOUND);
        var pitched = touch(2, T.plusSeconds(5), InteractionKind.PITCH, Direction.INBOUND);
        var pitching = touch(3, T.plusSeconds(90_000), InteractionKind.PITCH, Direction.OUTBOUND);

        assertThat(TieFold.fold(List.of(message, pitched), PROFILE)).isEqualTo(TieFold.fold(List.of(message), PROFILE));
        assertThat(TieFold.fold(List.of(message, pitching), PROFILE).interactions())
                .isEqualTo(2);
    }

    @Test
    void shouldKeepItsOrderAndItsSharesWhenTenYearsOfSilencePass() {
        var strong = List.of(touch(1, T, Direction.OUTBOUND), touch(2, T.plus(Duration.ofDays(2)), Direction.INBOUND));
        var weak = List.of(touch(3, T, Direction.INBOUND));
        var later = T.plus(Duration.ofDays(3652));

        assertThat(relevance(strong).strength(later)).isPositive().isLessThan(1e-70);
        assertThat(relevance(strong).strength(later))
                .isGreaterThan(relevance(weak).strength(later));
        assertThat(relevance(strong).band(later)).isEqualTo(Band.DORMANT);
        assertThat(Share.of(strong, T.plus(Duration.ofDays(200_000)), PROFILE).stream()
                        .mapToDouble(Share::share)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void shouldStayFiniteAndExactWhenTenYearsOfDailyContactAreFolded() {
        var daily = new ArrayList<Touch>();
        double naive = 0;
        for (int day = 0; day < 3652; day++) {
            daily.add(touch(day, T.plus(Duration.ofDays(day)), Direction.OUTBOUND));
            naive = naive * Math.pow(2, -1.0 / 14) + 4.0 / 3 * (day == 0 ? 1 : 0.5);
        }

        var relevance = relevance(daily);

        double strength = relevance.strength(relevance.tie().last());
        assertThat(strength).isCloseTo(naive, within(1e-9 * naive));
        assertThat(relevance.band(relevance.tie().last())).isEqualTo(Band.CLOSE);
    }

    @Test
    void shouldRememberThePeakWhenTheTieHasCooled() {
        var burst = new ArrayList<Touch>();
        for (int day = 0; day < 20; day++) {
            burst.add(touch(day, T.plus(Duration.ofDays(day)), Direction.OUTBOUND));
        }

        var relevance = relevance(burst);

        assertThat(relevance.peakBand()).isEqualTo(Band.CLOSE);
        assertThat(relevance.band(T.plus(Duration.ofDays(200)))).isEqualTo(Band.DORMANT);
    }

    @Test
    void shouldLeaveItsBandAtTheNextFloorWhenItIsStillInIt() {
        var relevance = relevance(List.of(touch(1, T, Direction.OUTBOUND)));

        assertThat(relevance.band(T)).isEqualTo(Band.COOLING);
        var next = relevance.nextBandAt(T).orElseThrow();
        assertThat(relevance.band(next.minusMillis(1))).isEqualTo(Band.COOLING);
        assertThat(relevance.band(next.plusMillis(1))).isEqualTo(Band.DORMANT);
        assertThat(relevance.nextBandAt(next.plusMillis(1))).isEmpty();
    }

    private static Relevance relevance(List<Touch> touches) {
        return new Relevance(TieFold.fold(touches, PROFILE), PROFILE);
    }
}
