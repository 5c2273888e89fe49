package dev.rapport.notifier.planning;

import static dev.rapport.notifier.planning.ReminderState.DISMISSED;
import static dev.rapport.notifier.planning.ReminderState.DONE;
import static dev.rapport.notifier.planning.ReminderState.DUE;
import static dev.rapport.notifier.planning.ReminderState.RESOLVED;
import static dev.rapport.notifier.planning.ReminderState.SCHEDULED;
import static dev.rapport.notifier.planning.ReminderState.SNOOZED;
import static dev.rapport.notifier.planning.Situations.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.IanaZones;
import dev.rapport.notifier.planning.Situation.Closings;
import dev.rapport.notifier.planning.Situation.Congratulated;
import dev.rapport.notifier.planning.Situation.Habits;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OnBirthdayTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T12:00:00Z");

    @Example
    void shouldRemindOnTheMorningAndTellTheAgeWhenTheYearIsKnown() {
        var known = plan("1985-04-12", Closings.NONE, MARCH);
        assertThat(known.kind()).isEqualTo(ReminderKind.BIRTHDAY);
        assertThat(known.cause()).isEqualTo("birthday:2026");
        assertThat(known.dueAt()).isEqualTo("2026-04-12T05:30:00Z");
        assertThat(known.latestAt()).contains(Instant.parse("2026-04-12T22:00:00Z"));
        assertThat(known.reason()).isEqualTo("Anna Berg turns 41 on 12 April 2026");
        assertThat(plan("--04-12", Closings.NONE, MARCH).reason())
                .isEqualTo("Anna Berg has a birthday on 12 April 2026");
    }

    @Example
    void shouldBeOverWithTheDayAndPlanTheNextYear() {
        assertThat(plan("--03-01", Closings.NONE, Instant.parse("2026-03-01T22:59:59Z"))
                        .cause())
                .isEqualTo("birthday:2026");
        assertThat(plan("--03-01", Closings.NONE, Instant.parse("2026-03-01T23:00:00Z"))
                        .cause())
                .isEqualTo("birthday:2027");
    }

    @Example
    void shouldPlanTheNextYearAsSoonAsThisOneIsClosed() {
        assertThat(plan("--04-12", before(2026, DONE, MARCH), MARCH).cause()).isEqualTo("birthday:2027");
        assertThat(plan("--03-01", before(2026, DISMISSED, MARCH), MARCH).cause())
                .isEqualTo("birthday:2027");
        assertThat(plan("--04-12", before(2025, DONE, MARCH), MARCH).cause()).isEqualTo("birthday:2026");
    }

    @Example
    void shouldKeepWhatWasToldLateOrPutOffUntilTheEndOfThatDay() {
        var told = Instant.parse("2026-03-05T09:00:00Z");
        var sameDay = Instant.parse("2026-03-05T20:00:00Z");
        var nextDay = Instant.parse("2026-03-05T23:00:00Z");

        for (var state : new ReminderState[] {DUE, SNOOZED}) {
            assertThat(plan("--03-01", before(2026, state, told), sameDay).cause())
                    .isEqualTo("birthday:2026");
            assertThat(plan("--03-01", before(2026, state, told), sameDay).latestAt())
                    .contains(nextDay);
            assertThat(plan("--03-01", before(2026, state, told), nextDay).cause())
                    .isEqualTo("birthday:2027");
        }
        assertThat(plan("--03-01", before(2026, RESOLVED, told), sameDay).cause())
                .isEqualTo("birthday:2027");
    }

    @Example
    void shouldWaitForWhomItWasNotTold() {
        var monthLater = Instant.parse("2026-04-02T09:00:00Z");

        assertThat(plan("--03-01", before(2026, SCHEDULED, MARCH), monthLater).cause())
                .isEqualTo("birthday:2026");
    }

    @Example
    void shouldLastUntilTheMemberLooksAgain() {
        var weekdays = EnumSet.complementOf(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        var schedule = new LocalSchedule(BERLIN.schedule().zone(), LocalTime.of(7, 30), weekdays, Optional.empty());
        var habits = new Habits(schedule, BERLIN.replyTime(), BERLIN.followUpAfter());

        // 28 February 2026 is a Saturday.
        assertThat(plan("--02-28", habits, Closings.NONE, Instant.parse("2026-03-02T22:59:59Z"))
                        .cause())
                .isEqualTo("birthday:2026");
        assertThat(plan("--02-28", habits, Closings.NONE, Instant.parse("2026-03-02T23:00:00Z"))
                        .cause())
                .isEqualTo("birthday:2027");
    }

    /** In every zone, of any day, over twenty years: once a year, on that day; 29 February on the 28th. */
    @Property(tries = 400)
    void shouldRemindOncePerYearInEveryZone(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 365) int day,
            @ForAll @IntRange(max = 1439) int minute) {
        var born = LocalDate.of(1984, 1, 1).plusDays(day);
        var schedule = new LocalSchedule(zone, LocalTime.ofSecondOfDay(minute * 60L));
        var habits = new Habits(schedule, BERLIN.replyTime(), BERLIN.followUpAfter());
        var now = LocalDate.of(2010, 1, 1).atStartOfDay(zone).toInstant();
        for (int year = 2010; year < 2030; year++) {
            var next = plan(born.toString(), habits, Closings.NONE, now);
            var date = LocalDate.of(year, 1, 1).withMonth(born.getMonthValue());
            date = date.withDayOfMonth(Math.min(born.getDayOfMonth(), date.lengthOfMonth()));

            assertThat(next.cause()).isEqualTo("birthday:" + year);
            assertThat(next.dueAt()).isEqualTo(schedule.on(date));
            assertThat(next.latestAt().orElseThrow()).isAfter(next.dueAt());
            now = next.latestAt().orElseThrow();
        }
    }

    @Example
    void shouldPlanNothingWithoutABirthdayThatIsOne() {
        assertThat(YearlyDay.parse(null)).isEmpty();
        assertThat(YearlyDay.parse("")).isEmpty();
        assertThat(YearlyDay.parse("--13-01")).isEmpty();
        assertThat(YearlyDay.parse("1985-02-29")).isEmpty();
        assertThat(YearlyDay.parse("--02-29")).isPresent();
    }

    private static Closings before(int year, ReminderState state, Instant restsUntil) {
        return new Closings(Optional.empty(), Optional.of(new Congratulated(year, state, restsUntil)), Set.of());
    }

    private static PlannedReminder plan(String birthday, Closings closings, Instant now) {
        return plan(birthday, BERLIN, closings, now);
    }

    private static PlannedReminder plan(String birthday, Habits habits, Closings closings, Instant now) {
        var situation = Situations.withBirthday(YearlyDay.parse(birthday).orElseThrow(), closings, habits);
        var plan = ReminderPlan.of(situation, now).reminders();
        assertThat(plan).hasSize(1);
        return plan.get(0);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(IanaZones.all());
    }
}
