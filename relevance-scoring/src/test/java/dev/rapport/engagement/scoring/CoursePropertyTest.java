package dev.rapport.engagement.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CoursePropertyTest {

    private static final ScoringProfile PROFILE = ScoringProfile.DEFAULT;

    @Property
    void shouldTellAtEveryStepWhatEverythingUpToItMade(
            @ForAll("streams") List<Touch> touches,
            @ForAll @IntRange(min = -400, max = 2000) int begin,
            @ForAll @IntRange(min = 1, max = 400) int length,
            @ForAll @IntRange(min = 1, max = 2000) int hours,
            @ForAll long seed) {
        var from = Touches.START.plus(Duration.ofDays(begin));
        var to = from.plus(Duration.ofDays(length));
        var step = Duration.ofHours(hours);
        var shuffled = new ArrayList<>(touches);
        Collections.shuffle(shuffled, new Random(seed));

        var course = Course.of(shuffled, from, to, step, PROFILE);

        assertThat(course.get(0).at()).isEqualTo(from);
        assertThat(course.get(course.size() - 1).at()).isEqualTo(to);
        assertThat(course).hasSize((int) Math.ceil(Duration.ofDays(length).toHours() / (double) hours) + 1);
        long told = 0;
        for (var point : course) {
            var made = new Relevance(TieFold.fold(upTo(touches, point.at()), PROFILE), PROFILE);
            told += point.interactions();
            assertThat(point.score()).isCloseTo(made.score(point.at()), within(1e-9));
            assertThat(point.strength()).isCloseTo(made.strength(point.at()), within(1e-9));
            assertThat(point.band()).isEqualTo(made.band(point.at()));
            assertThat(told).isEqualTo(made.tie().interactions());
        }
    }

    @Provide
    Arbitrary<List<Touch>> streams() {
        return Touches.streams(0, 40);
    }

    private static List<Touch> upTo(List<Touch> touches, Instant at) {
        return touches.stream().filter(touch -> !touch.at().isAfter(at)).toList();
    }
}
