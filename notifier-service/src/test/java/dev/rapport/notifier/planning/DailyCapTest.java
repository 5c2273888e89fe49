package dev.rapport.notifier.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notifier.planning.DailyCap.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DailyCapTest {

    private static final Instant NOW = Instant.parse("2026-06-01T07:30:00Z");

    @Property
    void shouldTellTheMostUrgentAndKeepTheRestWhenMoreAreDueThanTheDayHolds(
            @ForAll @IntRange(max = 60) int due,
            @ForAll @IntRange(min = 1, max = 20) int cap,
            @ForAll @IntRange(max = 25) int told,
            @ForAll long seed) {
        var candidates = candidates(due, new Random(seed));

        var split = new DailyCap(cap).split(candidates, told, NOW);

        assertThat(split.now()).hasSize(Math.min(due, Math.max(0, cap - told)));
        var all = new ArrayList<>(split.now());
        all.addAll(split.later());
        assertThat(all).doesNotHaveDuplicates().hasSize(due);
        var shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(seed + 1));
        assertThat(new DailyCap(cap).split(shuffled, told, NOW)).isEqualTo(split);
    }

    @Example
    void shouldPreferRelevanceAmongFreshRemindersAndAgeAmongOldOnes() {
        var strong = new Candidate(new UUID(0, 1), 90, NOW, Optional.empty(), NOW);
        var weak = new Candidate(new UUID(0, 2), 5, NOW, Optional.empty(), NOW);
        var forgotten = new Candidate(
                new UUID(0, 3), 0, NOW.minus(Duration.ofDays(11)), Optional.empty(), NOW.minus(Duration.ofDays(11)));

        var split = new DailyCap(2).split(List.of(weak, strong, forgotten), 0, NOW);

        assertThat(split.now()).containsExactly(forgotten.id(), strong.id());
        assertThat(split.later()).containsExactly(weak.id());
    }

    @Example
    void shouldRankTheLongestGapHigherWhenEverythingElseIsEqual() {
        var due = NOW.minus(Duration.ofDays(2));
        var pressing = new Candidate(new UUID(0, 9), 10, due, Optional.of(NOW), NOW);
        var relaxed = new Candidate(new UUID(0, 1), 10, due, Optional.of(NOW.plus(Duration.ofDays(30))), NOW);

        var split = new DailyCap(1).split(List.of(relaxed, pressing), 0, NOW);

        assertThat(split.now()).containsExactly(pressing.id());
    }

    @Example
    void shouldPreferTheRelevantToWhatAnImportBroughtOverdueByYears() {
        var overdue = new Candidate(new UUID(0, 1), 0, NOW.minus(Duration.ofDays(900)), Optional.of(NOW), NOW);
        var relevant = new Candidate(new UUID(0, 2), 18, NOW.minus(Duration.ofDays(20)), Optional.empty(), NOW);

        var split = new DailyCap(1).split(List.of(overdue, relevant), 0, NOW);

        assertThat(split.now()).containsExactly(relevant.id());
    }

    @Example
    void shouldTellABirthdayBeforeAllThatCanWait() {
        var strong = new Candidate(new UUID(0, 1), 100, NOW, Optional.empty(), NOW.minus(Duration.ofDays(9)));
        var birthday = new Candidate(new UUID(0, 2), 0, NOW, Optional.empty(), NOW, true);

        assertThat(new DailyCap(1).split(List.of(strong, birthday), 0, NOW).now())
                .containsExactly(birthday.id());
    }

    /** Every day ten strong new reminders compete for seven places; the weak old one still gets its turn. */
    @Example
    void shouldStarveNoReminderWhenMoreRelevantOnesKeepComing() {
        var weak = new Candidate(new UUID(0, 1), 0, NOW, Optional.empty(), NOW);
        var told = IntStream.rangeClosed(0, 30)
                .filter(day -> {
                    var today = NOW.plus(Duration.ofDays(day));
                    var waiting = new ArrayList<>(List.of(weak));
                    IntStream.range(0, 10)
                            .forEach(i ->
                                    waiting.add(new Candidate(UUID.randomUUID(), 100, today, Optional.empty(), today)));
                    return new DailyCap(7).split(waiting, 0, today).now().contains(weak.id());
                })
                .findFirst();

        assertThat(told.orElseThrow()).isBetween(10, 11);
    }

    private static List<Candidate> candidates(int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Candidate(
                        new UUID(random.nextLong(), i),
                        random.nextDouble() * 100,
                        NOW.minusSeconds(random.nextInt(2_000_000)),
                        random.nextBoolean() ? Optional.of(NOW.plusSeconds(random.nextInt(1000))) : Optional.empty(),
                        NOW.minusSeconds(random.nextInt(2_000_000))))
                .toList();
    }
}
