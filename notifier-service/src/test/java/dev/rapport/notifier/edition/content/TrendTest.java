package dev.rapport.notifier.edition.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void shouldRiseWithATouchAndHalveInAHalfLife() {
        // Where the strength is small beside kappa, the score is nearly proportional to it
        var course = new Trend(2, 40).of(Map.of(4, 16));

        assertThat(course).hasSize(Trend.WEEKS);
        assertThat(course.subList(0, 21)).containsOnly(0);
        assertThat(course.subList(21, 26)).isSortedAccordingTo((one, other) -> other - one);
        assertThat(course.get(23)).isBetween(12, 14);
        assertThat(course.get(25)).isBetween(6, 7);
    }

    @Property
    void shouldStayOnTheScaleOfTheScore(
            @ForAll Map<@IntRange(max = 60) Integer, @IntRange(max = 500) Integer> touches) {
        var course = new Trend(2, 3.4).of(touches);

        if (course != null) {
            assertThat(course).hasSize(Trend.WEEKS).allMatch(height -> height >= 0 && height <= 100);
        }
    }

    @Test
    void shouldShowNothingWhereThereIsNothingToShow() {
        assertThat(new Trend(2, 3.4).of(Map.of())).isNull();
        assertThat(new Trend(2, 3.4).of(Map.of(0, 1))).isNotEqualTo(List.of());
    }
}
