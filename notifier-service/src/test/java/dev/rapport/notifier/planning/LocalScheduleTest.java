package dev.rapport.notifier.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notifier.IanaZones;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LocalScheduleTest {

    @Property(tries = 5000)
    void shouldRiseFromDayToDayInEveryZone(
            @ForAll("zones") ZoneId zone, @ForAll @IntRange(max = 1439) int minute, @ForAll("days") LocalDate day) {
        var schedule = new LocalSchedule(zone, LocalTime.ofSecondOfDay(minute * 60L));

        var first = schedule.on(day);
        var second = schedule.on(day.plusDays(1));

        // Equal only where the first of the two dates does not exist.
        assertThat(second).isAfterOrEqualTo(first);
        assertThat(second.equals(first) && exists(day, zone)).isFalse();
    }

    @Property(tries = 5000)
    void shouldFindALaterMomentOnALaterDateWhenTheNextDayIsAskedFor(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 1439) int minute,
            @ForAll @LongRange(min = 0, max = 2_500_000_000L) long second) {
        var schedule = new LocalSchedule(zone, LocalTime.ofSecondOfDay(minute * 60L));
        var now = Instant.ofEpochSecond(second);

        var next = schedule.nextDay(now);

        assertThat(next).isAfter(now).isBefore(now.plusSeconds(3 * 86_400));
        assertThat(schedule.dateOf(next)).isAfter(schedule.dateOf(now));
        assertThat(schedule.endOfDay(now)).isAfter(now);
        assertThat(schedule.startOfDay(now)).isBeforeOrEqualTo(now);
    }

    @Property(tries = 5000)
    void shouldWakeNoEarlierThanTheQuietTimeEndsAndNoLaterThanTheNextDayOfTheMember(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int to,
            @ForAll @Size(min = 1) Set<DayOfWeek> days,
            @ForAll @LongRange(min = 0, max = 2_500_000_000L) long second) {
        var quiet = new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
        var schedule = new LocalSchedule(zone, LocalTime.NOON, days, Optional.of(quiet));
        var now = Instant.ofEpochSecond(second);

        var awake = schedule.awake(now);

        assertThat(isLeftAlone(schedule, awake)).isFalse();
        assertThat(awake).isBetween(now, now.plusSeconds(10 * 86_400));
        // Minute by minute nothing in between is free, as far as half a day goes.
        for (var at = now; at.isBefore(awake) && at.isBefore(now.plusSeconds(43_200)); at = at.plusSeconds(60)) {
            assertThat(isLeftAlone(schedule, at)).isTrue();
        }
    }

    @Property(tries = 5000)
    void shouldFindTheNextEditionOnADayOfTheMember(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 1439) int minute,
            @ForAll @Size(min = 1) Set<DayOfWeek> days,
            @ForAll @LongRange(min = 0, max = 2_500_000_000L) long second) {
        var schedule = new LocalSchedule(zone, LocalTime.ofSecondOfDay(minute * 60L), days, Optional.empty());
        var now = Instant.ofEpochSecond(second);

        var next = schedule.nextEdition(now);

        assertThat(next).isAfter(now).isBefore(now.plusSeconds(10 * 86_400));
        assertThat(days).contains(schedule.dateOf(next).getDayOfWeek());
        assertThat(schedule.nextDay(now)).isAfterOrEqualTo(next);
    }

    @Example
    void shouldWakeWhenQuietHoursEndTheSecondTime() {
        var quiet = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));
        var berlin = new LocalSchedule(
                ZoneId.of("Europe/Berlin"), LocalTime.of(7, 30), Set.of(DayOfWeek.values()), Optional.of(quiet));

        assertThat(berlin.awake(at("2026-10-25T01:00:00+02:00"))).isEqualTo(at("2026-10-25T02:30:00+02:00"));
        assertThat(berlin.awake(at("2026-10-25T02:10:00+01:00"))).isEqualTo(at("2026-10-25T02:30:00+01:00"));
        assertThat(berlin.awake(at("2026-10-25T12:00:00+01:00"))).isEqualTo(at("2026-10-25T12:00:00+01:00"));
    }

    private static boolean isLeftAlone(LocalSchedule schedule, Instant at) {
        var local = at.atZone(schedule.zone());
        return !schedule.days().contains(local.getDayOfWeek())
                || schedule.quiet()
                        .filter(hours -> hours.contains(local.toLocalTime()))
                        .isPresent();
    }

    @Example
    void shouldMoveATimeInTheGapForwardAndTakeTheFirstOfAnOverlap() {
        var berlin = new LocalSchedule(ZoneId.of("Europe/Berlin"), LocalTime.of(2, 30));
        var cairo = new LocalSchedule(ZoneId.of("Africa/Cairo"), LocalTime.MIDNIGHT);
        var lordHowe = new LocalSchedule(ZoneId.of("Australia/Lord_Howe"), LocalTime.of(2, 15));

        assertThat(berlin.on(LocalDate.of(2027, 3, 28))).isEqualTo(at("2027-03-28T03:30:00+02:00"));
        assertThat(berlin.on(LocalDate.of(2026, 10, 25))).isEqualTo(at("2026-10-25T02:30:00+02:00"));
        assertThat(cairo.on(LocalDate.of(2026, 4, 24))).isEqualTo(at("2026-04-24T01:00:00+03:00"));
        assertThat(lordHowe.on(LocalDate.of(2026, 10, 4))).isEqualTo(at("2026-10-04T02:45:00+11:00"));
    }

    @Example
    void shouldSkipTheDateThatApiaSkipped() {
        var apia = new LocalSchedule(ZoneId.of("Pacific/Apia"), LocalTime.of(7, 30));

        var next = apia.nextDay(apia.on(LocalDate.of(2011, 12, 29)));

        assertThat(next).isEqualTo(at("2011-12-31T07:30:00+14:00"));
        assertThat(apia.endOfDay(apia.on(LocalDate.of(2011, 12, 29)))).isEqualTo(at("2011-12-31T00:00:00+14:00"));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(IanaZones.all());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1970, 1, 1).toEpochDay(),
                        LocalDate.of(2049, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static boolean exists(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toLocalDate().equals(day);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
