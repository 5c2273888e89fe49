package dev.rapport.notifier.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notifier.IanaZones;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.planning.ReminderState;
import dev.rapport.notifier.recurrence.RecurrenceRule;
import dev.rapport.notifier.recurrence.Series;
import dev.rapport.notifier.series.Standing.Open;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A daily series over months, as the clock and the member turn it. */
class TurnTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 10);
    private static final Duration TICK = Duration.ofMinutes(30);

    /** Wherever the member goes, and whether or not they deal with what they are told. */
    @Property(tries = 150)
    void shouldTellEveryDateOnceThroughAllChangesOfClocksAndZones(
            @ForAll("zones") List<ZoneId> zones, @ForAll @IntRange(max = 1439) int minute, @ForAll long seed) {
        var random = new Random(seed);
        var life = new Life(LocalTime.ofSecondOfDay(minute * 60L), zones.get(0));
        var end = life.now.plus(Duration.ofDays(400));
        while (life.now.isBefore(end)) {
            if (random.nextInt(500) == 0) {
                life.zone = zones.get(random.nextInt(zones.size()));
            }
            if (random.nextInt(50) == 0) {
                life.close();
            }
            life.tick();
        }

        var first = life.told.get(0);
        assertThat(life.told)
                .isEqualTo(first.datesUntil(life.told.get(life.told.size() - 1).plusDays(1))
                        .toList());
        assertThat(first).isEqualTo(START);
        assertThat(life.told).hasSizeBetween(398, 402);
    }

    @Property(tries = 150)
    void shouldTellOneForAllThatWereMissedAndGoOnWithTheNext(
            @ForAll("zones") List<ZoneId> zones, @ForAll @IntRange(min = 1, max = 60) int days) {
        var life = new Life(LocalTime.of(9, 0), zones.get(0));
        life.run(Duration.ofDays(3));
        int before = life.told.size();

        life.now = life.now.plus(Duration.ofDays(days));
        life.tick();
        life.run(Duration.ofHours(12).plus(TICK));

        assertThat(life.told.subList(before, life.told.size())).hasSizeBetween(1, 2);
        life.run(Duration.ofDays(10));
        assertThat(life.told).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(before + 10);
    }

    @Example
    void shouldStandForWhatCameWhileItWasSnoozed() {
        var life = new Life(LocalTime.of(9, 0), ZoneId.of("Europe/Berlin"));
        life.run(Duration.ofHours(24));
        assertThat(life.told).containsExactly(START);

        life.snooze(Duration.ofDays(3));
        life.run(Duration.ofDays(4));

        // 10, once more on the 14th for all until then, 15.
        assertThat(life.told).containsExactly(START, START, START.plusDays(4));
    }

    /** What the service does, without a database: plan, then tell. */
    private static final class Life {

        private final Series series;
        private final List<LocalDate> told = new ArrayList<>();
        private ZoneId zone;
        private Instant now;
        private LocalDate last;
        private Open open;
        private Instant wakeAt;

        Life(LocalTime time, ZoneId zone) {
            this.series = new Series(START.atTime(time), RecurrenceRule.parse("FREQ=DAILY"));
            this.zone = zone;
            this.last = START.minusDays(1);
            this.now = START.atStartOfDay(zone).toInstant();
        }

        void run(Duration time) {
            var end = now.plus(time);
            while (now.isBefore(end)) {
                tick();
            }
        }

        void tick() {
            plan();
            if (open != null && open.state() != ReminderState.DUE && !wakeAt.isAfter(now)) {
                told.add(last);
                open = new Open(open.id(), ReminderState.DUE, open.dueAt(), open.latestAt(), now);
                plan();
            }
            now = now.plus(TICK);
        }

        void close() {
            if (open != null && open.state() == ReminderState.DUE) {
                open = null;
            }
        }

        void snooze(Duration time) {
            wakeAt = now.plus(time);
            open = new Open(open.id(), ReminderState.SNOOZED, open.dueAt(), open.latestAt(), open.toldAt());
        }

        private void plan() {
            var turn = Turn.of(
                    new Standing(
                            new ContactKey("w", new UUID(0, 1)),
                            new UUID(0, 2),
                            "alex",
                            zone,
                            series,
                            "Call",
                            null,
                            last,
                            open),
                    now);
            turn.moves().ifPresent(to -> {
                last = to.date();
                open = new Open(open.id(), open.state(), to.dueAt(), to.latestAt(), open.toldAt());
                if (open.state() == ReminderState.SCHEDULED) {
                    wakeAt = to.dueAt();
                }
            });
            turn.adds().ifPresent(next -> {
                last = next.date();
                wakeAt = next.dueAt();
                open = new Open(UUID.randomUUID(), ReminderState.SCHEDULED, next.dueAt(), next.latestAt(), null);
            });
        }
    }

    @Provide
    Arbitrary<List<ZoneId>> zones() {
        return Arbitraries.of(IanaZones.all()).list().ofMinSize(1).ofMaxSize(4);
    }
}
