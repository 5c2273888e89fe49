package dev.rapport.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule(Duration.ofSeconds(5), Duration.ofMinutes(10));

    @Property
    void shouldStayWithinAFifthOfTheWaitWhateverTheAttempt(
            @ForAll @IntRange(min = 1) int attempt, @ForAll @DoubleRange(max = 1) double random) {
        assertThat(schedule.after(attempt, random)).isBetween(Duration.ofSeconds(4), Duration.ofMinutes(12));
    }

    @Example
    void shouldDoubleUntilTheLongestWait() {
        assertThat(schedule.after(1, 0.5)).hasSeconds(5);
        assertThat(schedule.after(2, 0.5)).hasSeconds(10);
        assertThat(schedule.after(4, 0.5)).hasSeconds(40);
        assertThat(schedule.after(50, 0.5)).hasMinutes(10);
    }
}
