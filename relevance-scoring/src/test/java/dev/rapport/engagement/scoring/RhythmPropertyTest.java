package dev.rapport.engagement.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RhythmPropertyTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @Example
    void shouldBeFourMedianGapsToTheNearestByRatio() {
        assertThat(halfLifeOf(1)).isEqualTo(Duration.ofDays(3));
        assertThat(halfLifeOf(2)).isEqualTo(Duration.ofDays(7));
        assertThat(halfLifeOf(3)).isEqualTo(Duration.ofDays(14));
        assertThat(halfLifeOf(7)).isEqualTo(Duration.ofDays(30));
        assertThat(halfLifeOf(365)).isEqualTo(Duration.ofDays(90));
    }

    @Example
    void shouldTakeTheMiddleOfTheTwoMiddlesWhenTheyDiffer() {
        var rhythm = Rhythm.of(Map.of(1, 10L, 4, 10L)).orElseThrow();

        assertThat(rhythm.medianGap()).isEqualTo(2.5);
        assertThat(rhythm.gaps()).isEqualTo(20);
        assertThat(rhythm.halfLife()).isEqualTo(Duration.ofDays(14));
    }

    @Property
    void shouldShowNoneWhenThereAreTooFewGaps(
            @ForAll @Size(max = 19) List<@IntRange(min = 1, max = 400) Integer> gaps) {
        assertThat(Rhythm.of(counted(gaps, 1))).isEmpty();
        assertThat(Rhythm.halfLife(List.of(days(gaps)))).isEmpty();
    }

    @Property
    void shouldChooseFromTheListAndNeverAShorterOneWhenAllGapsAreLonger(
            @ForAll @Size(min = 20, max = 60) List<@IntRange(min = 1, max = 400) Integer> gaps,
            @ForAll @IntRange(min = 1, max = 30) int scale) {
        var rhythm = Rhythm.of(counted(gaps, 1)).orElseThrow();
        var slower = Rhythm.of(counted(gaps, scale)).orElseThrow();

        assertThat(rhythm.halfLife()).isIn(Rhythm.HALF_LIVES);
        assertThat(rhythm.medianGap()).isBetween((double) Collections.min(gaps), (double) Collections.max(gaps));
        assertThat(slower.medianGap()).isEqualTo(scale * rhythm.medianGap());
        assertThat(slower.halfLife()).isGreaterThanOrEqualTo(rhythm.halfLife());
    }

    @Property
    void shouldPoolTheGapsOfAllContactsWhateverTheOrderOfTheirDays(
            @ForAll @Size(min = 10, max = 30) List<@IntRange(min = 1, max = 400) Integer> gaps, @ForAll Random random) {
        // Given
        var days = days(gaps);
        days.addAll(days.subList(0, days.size() / 2));
        Collections.shuffle(days, random);

        // When
        var halfLife = Rhythm.halfLife(List.of(days, List.of(MONDAY), List.of(), days));

        // Then
        var twice = new ArrayList<>(gaps);
        twice.addAll(gaps);
        assertThat(halfLife).isEqualTo(Rhythm.of(counted(twice, 1)).map(Rhythm::halfLife));
    }

    @Example
    void shouldWeighTheDirectionsMoreEvenlyAndDampShorterWhenTheHalfLifeIsShorter() {
        var base = ScoringProfile.DEFAULT;
        ScoringProfile shorter = null;
        for (var halfLife : Rhythm.HALF_LIVES) {
            var profile = Rhythm.profile(base, halfLife);
            assertThat(profile.halfLife()).isEqualTo(halfLife);
            assertThat(profile.outboundWeight() + profile.inboundWeight()).isEqualTo(2);
            assertThat(profile.burst()).isLessThanOrEqualTo(Duration.ofDays(1));
            if (shorter != null) {
                assertThat(profile.outboundWeight()).isGreaterThanOrEqualTo(shorter.outboundWeight());
                assertThat(profile.burst()).isGreaterThanOrEqualTo(shorter.burst());
            }
            shorter = profile;
        }
        assertThat(Rhythm.profile(base, Duration.ofDays(14))).isEqualTo(base);
    }

    private static Duration halfLifeOf(int gap) {
        return Rhythm.of(Map.of(gap, 20L)).orElseThrow().halfLife();
    }

    private static List<LocalDate> days(List<Integer> gaps) {
        var days = new ArrayList<>(List.of(MONDAY));
        gaps.forEach(gap -> days.add(days.get(days.size() - 1).plusDays(gap)));
        return days;
    }

    private static Map<Integer, Long> counted(List<Integer> gaps, int scale) {
        var counted = new HashMap<Integer, Long>();
        gaps.forEach(gap -> counted.merge(gap * scale, 1L, Long::sum));
        return counted;
    }
}
