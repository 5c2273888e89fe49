package dev.rapport.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final List<Duration> WAITS = Stream.of(
                    "PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H")
            .map(Duration::parse)
            .toList();

    private final RetrySchedule schedule = new RetrySchedule(WAITS);

    @Test
    void shouldTryTenTimesOverThreeDaysUnlessToldOtherwise() throws NoSuchMethodException {
        var waits = WebhookConfig.class
                .getDeclaredMethod("schedule")
                .getAnnotation(io.smallrye.config.WithDefault.class)
                .value()
                .split(",");

        assertThat(Stream.of(waits).map(it -> Duration.parse("PT" + it)).toList())
                .isEqualTo(WAITS);
        assertThat(schedule.after(9, 0.5)).isPresent();
        assertThat(schedule.after(10, 0.5)).isEmpty();
    }

    @Property
    void shouldWaitAsTheScheduleSaysGiveOrTakeAFifth(
            @ForAll @IntRange(min = 1, max = 9) int attempt, @ForAll @DoubleRange(max = 1) double random) {
        var wait = WAITS.get(attempt - 1).toMillis();

        assertThat(schedule.after(attempt, random).orElseThrow().toMillis())
                .isBetween(Math.round(wait * 0.8), Math.round(wait * 1.2));
    }
}
