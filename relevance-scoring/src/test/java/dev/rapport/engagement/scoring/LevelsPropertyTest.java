package dev.rapport.engagement.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.events.Band;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class LevelsPropertyTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property
    void shouldGoBackAndForthBetweenScoreAndKey(
            @ForAll @DoubleRange(min = 0.01, max = 99.9) double score, @ForAll @IntRange(max = 5000) int days) {
        var levels = levels(days);

        double key = levels.keyOfScore(score);

        assertThat(levels.scoreOf(levels.strengthOfKey(key))).isCloseTo(score, within(1e-9));
    }

    @Property
    void shouldHoldExactlyTheKeysOfTheBandsThatAreNamed(
            @ForAll Set<Band> bands,
            @ForAll @DoubleRange(min = -30, max = 8) double log2,
            @ForAll @IntRange(max = 5000) int days) {
        var levels = levels(days);
        double key = levels.keyOfStrength(Math.pow(2, log2));
        var ranges = KeyRange.of(bands, levels);

        var band = levels.bandOf(levels.strengthOfKey(key));

        assertThat(ranges.stream().filter(range -> range.contains(key)))
                .hasSize(bands.isEmpty() || bands.contains(band) ? 1 : 0);
        assertThat(ranges).isSortedAccordingTo((one, other) -> Double.compare(other.from(), one.from()));
        assertThat(ranges).hasSizeLessThanOrEqualTo(3);
    }

    @Property
    void shouldLoseAsMuchInADayAsTheScoreFallsInAMoment(
            @ForAll @DoubleRange(min = 0.01, max = 40) double strength, @ForAll @IntRange(max = 5000) int days) {
        var levels = levels(days);
        double key = levels.keyOfStrength(strength);
        var moment = Duration.ofMinutes(1);
        var later = new Levels(levels.profile(), levels.at().plus(moment));
        var before = new Levels(levels.profile(), levels.at().minus(moment));

        double fall = before.scoreOf(before.strengthOfKey(key)) - later.scoreOf(later.strengthOfKey(key));

        assertThat(levels.lossPerDay(strength)).isCloseTo(fall * 720, within(1e-5));
    }

    @Property
    void shouldLoseLessTheFurtherAKeyIsFromTheSteepest(
            @ForAll @DoubleRange(min = 0, max = 6) double near,
            @ForAll @DoubleRange(min = 0, max = 6) double further,
            @ForAll boolean above,
            @ForAll @IntRange(max = 5000) int days) {
        var levels = levels(days);
        double sign = above ? 1 : -1;
        double steepest = levels.steepestKey();

        double atNear = levels.lossPerDay(levels.strengthOfKey(steepest + sign * Math.min(near, further)));
        double atFurther = levels.lossPerDay(levels.strengthOfKey(steepest + sign * Math.max(near, further)));

        assertThat(atFurther).isLessThanOrEqualTo(atNear + 1e-12);
        assertThat(levels.scoreOf(levels.strengthOfKey(steepest))).isCloseTo(100 * (1 - 1 / Math.E), within(1e-9));
    }

    @Property
    void shouldKnowAllBandsAsOneStretch(@ForAll @IntRange(max = 5000) int days) {
        assertThat(KeyRange.of(EnumSet.allOf(Band.class), levels(days))).containsExactly(KeyRange.ALL);
    }

    private static Levels levels(int days) {
        return new Levels(ScoringProfile.DEFAULT, START.plus(Duration.ofDays(days)));
    }
}
