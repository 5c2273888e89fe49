package dev.rapport.notifier.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notifier.IanaZones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SeriesTest {

    private static final LocalDate FROM = LocalDate.of(2010, 1, 1);
    private static final LocalDate TO = FROM.plusYears(20);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Every zone, every day of twenty years, Apia's missing one among them; the time of day is another one in each. */
    @Example
    void shouldComeOnceOnEveryLocalDateOfTwentyYearsInEveryZone() {
        var random = new Random(20);
        for (var zone : IanaZones.all()) {
            var time = LocalTime.of(random.nextInt(24), random.nextInt(60));
            var expected =
                    FROM.datesUntil(TO).filter(date -> exists(date, zone)).toList();
            assertThat(dates("FREQ=DAILY", FROM.atTime(time), zone))
                    .as(zone.getId())
                    .isEqualTo(expected);
        }
    }

    @Property(tries = 600)
    void shouldComeOnTheDatesThatTheRuleNames(
            @ForAll("zones") ZoneId zone, @ForAll("rules") Rule rule, @ForAll @IntRange(max = 1439) int minute) {
        var start = rule.start().atTime(LocalTime.ofSecondOfDay(minute * 60L));
        var expected = rule.start()
                .datesUntil(TO)
                .filter(rule.names())
                .map(date -> existing(date, zone))
                .distinct()
                .toList();

        assertThat(dates(rule.text(), start, zone)).isEqualTo(expected);
    }

    @Property(tries = 500)
    void shouldNeitherSkipNorDoubleADateWhenTheMemberMovesToAnotherZone(
            @ForAll("zones") ZoneId one,
            @ForAll("zones") ZoneId other,
            @ForAll @IntRange(max = 1439) int minute,
            @ForAll @IntRange(min = 1, max = 7000) int day) {
        var series = series("FREQ=DAILY", FROM.atTime(LocalTime.ofSecondOfDay(minute * 60L)));
        var moved = FROM.plusDays(day);
        var last = series.after(moved.minusDays(1), one).orElseThrow();

        var next = series.after(last.date(), other).orElseThrow();

        assertThat(next.date()).isEqualTo(existing(last.date().plusDays(1), other));
        // Whoever flies from one end of the date line to the other loses up to 26 hours: the next date may have begun.
        assertThat(next.at()).isAfterOrEqualTo(last.at().minusSeconds(2 * 3_600));
    }

    @Property(tries = 500)
    void shouldTakeTheLatestOfThoseThatAreMissed(@ForAll("zones") ZoneId zone, @ForAll @IntRange(max = 400) int days) {
        var series = series("FREQ=DAILY", FROM.atTime(7, 30));
        var now = FROM.plusDays(days).atTime(12, 0).atZone(zone).toInstant();

        var current = series.current(FROM.minusDays(1), zone, now).orElseThrow();

        assertThat(current.date()).isEqualTo(existing(FROM.plusDays(days), zone));
        assertThat(series.current(current.date(), zone, now).orElseThrow().at()).isAfter(now);
    }

    @Example
    void shouldMoveATimeInTheGapForwardAndTakeTheFirstOfAnOverlap() {
        var daily = "FREQ=DAILY";
        assertThat(at(daily, "2027-03-01T02:30", "2027-03-27", BERLIN)).isEqualTo(at("2027-03-28T03:30:00+02:00"));
        assertThat(at(daily, "2026-10-01T02:30", "2026-10-24", BERLIN)).isEqualTo(at("2026-10-25T02:30:00+02:00"));
        assertThat(at(daily, "2026-10-01T02:30", "2026-10-25", BERLIN)).isEqualTo(at("2026-10-26T02:30:00+01:00"));
        assertThat(at(daily, "2026-04-01T00:00", "2026-04-23", ZoneId.of("Africa/Cairo")))
                .isEqualTo(at("2026-04-24T01:00:00+03:00"));
        assertThat(at(daily, "2026-10-01T02:15", "2026-10-03", ZoneId.of("Australia/Lord_Howe")))
                .isEqualTo(at("2026-10-04T02:45:00+11:00"));
    }

    @Example
    void shouldComeOnTheNextDateForOneThatApiaSkipped() {
        var apia = ZoneId.of("Pacific/Apia");
        assertThat(at("FREQ=DAILY", "2011-12-01T07:30", "2011-12-29", apia)).isEqualTo(at("2011-12-31T07:30:00+14:00"));
        assertThat(at("FREQ=DAILY", "2011-12-01T07:30", "2011-12-31", apia)).isEqualTo(at("2012-01-01T07:30:00+14:00"));
        assertThat(at("FREQ=MONTHLY", "2011-10-30T07:30", "2011-11-30", apia))
                .isEqualTo(at("2011-12-31T07:30:00+14:00"));
    }

    @Example
    void shouldEndWithTheLastInstantOfTheRuleInTheMembersZone() {
        var start = LocalDateTime.parse("2026-06-01T09:00");
        assertThat(all("FREQ=DAILY;COUNT=3", start)).hasSize(3);
        assertThat(all("FREQ=DAILY;UNTIL=20260603", start)).hasSize(3);
        assertThat(all("FREQ=DAILY;UNTIL=20260603T090000", start)).hasSize(3);
        assertThat(all("FREQ=DAILY;UNTIL=20260603T070000Z", start)).hasSize(3);
        assertThat(all("FREQ=DAILY;UNTIL=20260603T065959Z", start)).hasSize(2);
    }

    /** Every occurrence until {@link #TO}; each comes after the one before and at the local time of the start. */
    private static List<LocalDate> dates(String rule, LocalDateTime start, ZoneId zone) {
        var series = series(rule, start);
        var dates = new ArrayList<LocalDate>();
        var before = Instant.MIN;
        for (var next = series.first(zone).orElse(null);
                next != null && next.date().isBefore(TO); ) {
            assertThat(next.at()).isAfter(before);
            var local = next.at().atZone(zone).toLocalDateTime();
            var wanted = next.date().atTime(start.toLocalTime());
            if (!local.equals(wanted)) {
                var gap = zone.getRules().getTransition(wanted);
                assertThat(gap.isGap()).isTrue();
                assertThat(local).isEqualTo(wanted.plus(gap.getDuration()));
            }
            dates.add(next.date());
            before = next.at();
            next = series.after(next.date(), zone).orElse(null);
        }
        return dates;
    }

    private static List<Occurrence> all(String rule, LocalDateTime start) {
        var series = series(rule, start);
        var all = new ArrayList<Occurrence>();
        for (var next = series.first(BERLIN);
                next.isPresent();
                next = series.after(next.get().date(), BERLIN)) {
            all.add(next.get());
        }
        return all;
    }

    private static Instant at(String rule, String start, String last, ZoneId zone) {
        return series(rule, LocalDateTime.parse(start))
                .after(LocalDate.parse(last), zone)
                .orElseThrow()
                .at();
    }

    private static Series series(String rule, LocalDateTime start) {
        return new Series(start, RecurrenceRule.parse(rule));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(IanaZones.all());
    }

    @Provide
    Arbitrary<Rule> rules() {
        var starts = Arbitraries.integers().between(0, 1000).map(FROM::plusDays);
        return starts.flatMap(start -> Arbitraries.of(rules(start)));
    }

    /** A rule, and the same in the words of {@code java.time}. */
    private static List<Rule> rules(LocalDate start) {
        var monday = start.minusDays(start.getDayOfWeek().getValue() - 1L);
        return List.of(
                new Rule("FREQ=DAILY;INTERVAL=3", start, date -> ChronoUnit.DAYS.between(start, date) % 3 == 0),
                new Rule("FREQ=WEEKLY", start, date -> date.getDayOfWeek() == start.getDayOfWeek()),
                new Rule(
                        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA",
                        start,
                        date -> ChronoUnit.WEEKS.between(monday, date) % 2 == 0
                                && (date.getDayOfWeek().getValue() == 2
                                        || date.getDayOfWeek().getValue() == 6)),
                new Rule("FREQ=MONTHLY", start, date -> date.getDayOfMonth() == start.getDayOfMonth()),
                new Rule("FREQ=MONTHLY;BYMONTHDAY=31", start, date -> date.getDayOfMonth() == 31),
                new Rule(
                        "FREQ=MONTHLY;BYMONTHDAY=-1",
                        start,
                        date -> date.equals(YearMonth.from(date).atEndOfMonth())),
                new Rule(
                        "FREQ=MONTHLY;BYDAY=2TH",
                        start,
                        date -> date.getDayOfWeek().getValue() == 4 && (date.getDayOfMonth() - 1) / 7 == 1),
                new Rule(
                        "FREQ=YEARLY",
                        start,
                        date -> date.getDayOfMonth() == start.getDayOfMonth() && date.getMonth() == start.getMonth()),
                new Rule(
                        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
                        start,
                        date -> date.getMonthValue() == 2 && date.getDayOfMonth() == 29),
                new Rule("FREQ=YEARLY;BYYEARDAY=100", start, date -> date.getDayOfYear() == 100));
    }

    private record Rule(String text, LocalDate start, Predicate<LocalDate> names) {
        @Override
        public String toString() {
            return text + " from " + start;
        }
    }

    private static boolean exists(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toLocalDate().equals(date);
    }

    private static LocalDate existing(LocalDate date, ZoneId zone) {
        return exists(date, zone) ? date : date.plusDays(1);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
