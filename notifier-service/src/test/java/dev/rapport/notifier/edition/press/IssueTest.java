package dev.rapport.notifier.edition.press;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notifier.IanaZones;
import dev.rapport.notifier.planning.LocalSchedule;
import dev.rapport.notifier.planning.QuietHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IssueTest {

    private static final Duration LATE_AFTER = Duration.ofMinutes(5);
    private static final LocalTime HALF_PAST_SEVEN = LocalTime.of(7, 30);

    @Test
    void shouldComeAtItsTimeAndNotBefore() {
        var schedule = new LocalSchedule(ZoneId.of("Europe/Berlin"), HALF_PAST_SEVEN);

        assertThat(at(schedule, "2026-06-01T05:29:59Z")).isEmpty();
        assertThat(at(schedule, "2026-06-01T05:30:00Z")).contains(new Issue(LocalDate.of(2026, 6, 1), false));
    }

    @Test
    void shouldBeLateAfterAnOutageAndOfTheCurrentDateOnly() {
        var schedule = new LocalSchedule(ZoneId.of("UTC"), HALF_PAST_SEVEN);

        assertThat(at(schedule, "2026-06-05T11:00:00Z")).contains(new Issue(LocalDate.of(2026, 6, 5), true));
        assertThat(at(schedule, "2026-06-05T06:00:00Z")).isEmpty();
    }

    @Test
    void shouldRestOnQuietDaysAndInQuietHours() {
        var weekdays = new LocalSchedule(
                ZoneId.of("UTC"),
                HALF_PAST_SEVEN,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Optional.of(new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0))));

        assertThat(at(weekdays, "2026-06-06T07:30:00Z")).as("a Saturday").isEmpty();
        assertThat(at(weekdays, "2026-06-05T12:30:00Z")).as("late, at lunch").isEmpty();
        assertThat(Issue.next(weekdays, Instant.parse("2026-06-05T12:30:00Z")))
                .isEqualTo(Instant.parse("2026-06-05T14:00:00Z"));
        assertThat(Issue.next(weekdays, Instant.parse("2026-06-05T14:00:00Z")))
                .isEqualTo(Instant.parse("2026-06-08T07:30:00Z"));
    }

    @Test
    void shouldKeepTheTimeThatTheMemberChoseThoughItLiesInQuietHours() {
        var early = new LocalSchedule(
                ZoneId.of("UTC"),
                LocalTime.of(6, 0),
                EnumSet.allOf(DayOfWeek.class),
                Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))));

        assertThat(at(early, "2026-06-05T06:00:00Z")).isPresent();
        assertThat(at(early, "2026-06-05T06:30:00Z")).as("late").isEmpty();
    }

    @Property
    void shouldComeOnEveryWantedDateOnceInAnyZone(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 59) int minute,
            @ForAll @IntRange(max = 20_000) int startDay) {
        var schedule = new LocalSchedule(zone, LocalTime.of(hour, minute));
        var now = LocalDate.of(1980, 1, 1).plusDays(startDay).atStartOfDay(zone).toInstant();
        Set<LocalDate> seen = new HashSet<>();

        for (int i = 0; i < 30; i++) {
            now = Issue.next(schedule, now);
            var issue = Issue.at(schedule, now, LATE_AFTER).orElseThrow();
            assertThat(issue.late()).isFalse();
            assertThat(seen.add(issue.date())).as("%s at %s", issue.date(), now).isTrue();
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(IanaZones.all());
    }

    private static Optional<Issue> at(LocalSchedule schedule, String now) {
        return Issue.at(schedule, Instant.parse(now), LATE_AFTER);
    }
}
