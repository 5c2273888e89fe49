package dev.rapport.notifier.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notifier.IanaZones;
import dev.rapport.notifier.planning.DailyCap.Candidate;
import dev.rapport.notifier.planning.Situation.Closings;
import dev.rapport.notifier.planning.Situation.Contact;
import dev.rapport.notifier.planning.Situation.Habits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Many contacts of one cadence, added on one day: their reminders come due together and are told in portions. */
class FloodTest {

    private static final Instant ADDED = Instant.parse("2026-02-20T10:00:00Z");

    @Example
    void shouldSpreadTwoHundredOverAMonthSevenADay() {
        var told = told(200, new DailyCap(7), schedule(ZoneId.of("Europe/Berlin"), 7 * 60 + 30), new Random(1));

        assertThat(told).hasSize(29);
        assertThat(told.firstKey()).isEqualTo(LocalDate.parse("2026-03-22"));
        // Every single day, across the change of the clocks on 29 March.
        assertThat(told.lastKey()).isEqualTo(LocalDate.parse("2026-04-19"));
        assertThat(told.headMap(told.lastKey()).values())
                .allSatisfy(day -> assertThat(day).hasSize(7));
        assertThat(told.get(told.lastKey())).hasSize(4);
    }

    @Property(tries = 200)
    void shouldNeverTellMoreThanTheCapOnALocalDayAndTellAllTheMostRelevantFirst(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 1439) int minute,
            @ForAll @IntRange(min = 1, max = 200) int contacts,
            @ForAll @IntRange(min = 1, max = 20) int cap,
            @ForAll long seed) {
        var told = told(contacts, new DailyCap(cap), schedule(zone, minute), new Random(seed));

        assertThat(told.values()).allSatisfy(day -> assertThat(day).hasSizeLessThanOrEqualTo(cap));
        var inOrder = told.values().stream().flatMap(List::stream).toList();
        assertThat(inOrder)
                .hasSize(contacts)
                .isSortedAccordingTo((one, other) -> Double.compare(other.relevance(), one.relevance()));
    }

    /** Plans them all, and lets days go by as the clock does; what was told on each local date. */
    private static TreeMap<LocalDate, List<Candidate>> told(
            int contacts, DailyCap cap, LocalSchedule schedule, Random random) {
        var waiting = new ArrayList<Candidate>();
        for (int i = 0; i < contacts; i++) {
            var planned = plan(new UUID(0, i), schedule);
            waiting.add(new Candidate(new UUID(0, i), random.nextInt(100), planned.dueAt(), planned.latestAt(), ADDED));
        }
        var told = new TreeMap<LocalDate, List<Candidate>>();
        for (var now = waiting.get(0).dueAt(); !waiting.isEmpty(); now = schedule.nextDay(now)) {
            var today = told.computeIfAbsent(schedule.dateOf(now), date -> new ArrayList<>());
            for (var id : cap.split(waiting, today.size(), now).now()) {
                today.add(waiting.stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .orElseThrow());
            }
            waiting.removeAll(today);
        }
        return told;
    }

    private static PlannedReminder plan(UUID id, LocalSchedule schedule) {
        var contact = new Contact(id, "Anna Berg", Optional.of(Situations.MONTHLY), ADDED, Optional.empty(), List.of());
        var habits = new Habits(schedule, Period.ofDays(1), Period.ofDays(7));
        var situation = new Situation(contact, Touches.NONE, List.of(), Optional.empty(), Closings.NONE, habits);
        return ReminderPlan.of(situation, ADDED).reminders().get(0);
    }

    private static LocalSchedule schedule(ZoneId zone, int minute) {
        return new LocalSchedule(zone, LocalTime.ofSecondOfDay(minute * 60L));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(IanaZones.all());
    }
}
