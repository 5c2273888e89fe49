package dev.rapport.engagement.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.scoring.NowRanking.Candidate;
import dev.rapport.engagement.scoring.NowRanking.Ranked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class NowRankingPropertyTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final NowRanking RANKING = new NowRanking(Duration.ofDays(14), AT);

    /** What the two keys of somebody are who was written to so long ago, give or take. */
    @Provide
    Arbitrary<List<Candidate>> candidates() {
        var hoursAgo = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 12)),
                Tuple.of(3, Arbitraries.integers().between(12, 3000)),
                Tuple.of(1, Arbitraries.integers().between(3000, 1_000_000)));
        var strength = Arbitraries.integers().between(-3, 6);
        return Combinators.combine(hoursAgo, strength)
                .as(NowRankingPropertyTest::candidate)
                .list()
                .ofMaxSize(80)
                .map(list -> {
                    var numbered = new ArrayList<Candidate>();
                    list.forEach(
                            c -> numbered.add(new Candidate(id(numbered.size() * 37 % 101), c.rankKey(), c.hotKey())));
                    return numbered;
                });
    }

    @Property
    void shouldEqualTheSortOfAllWhenReadFromTwoLists(
            @ForAll("candidates") List<Candidate> candidates, @ForAll @IntRange(max = 20) int k) {
        assertThat(top(candidates, k, null))
                .isEqualTo(sorted(candidates).stream().limit(k).toList());
    }

    @Property
    void shouldNeitherRepeatNorSkipWhenReadPageByPage(
            @ForAll("candidates") List<Candidate> candidates, @ForAll @IntRange(min = 1, max = 9) int k) {
        // When
        var read = new ArrayList<Ranked>();
        for (var page = top(candidates, k, null);
                !page.isEmpty();
                page = top(candidates, k, read.get(read.size() - 1))) {
            read.addAll(page);
        }

        // Then
        assertThat(read).isEqualTo(sorted(candidates));
    }

    @Example
    void shouldReadNoFurtherThanNeededWhenTheListsAreLong() {
        // Given
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < 10_000; i++) {
            candidates.add(new Candidate(
                    id(i), candidate(i, i % 7).rankKey(), candidate(i, i % 7).hotKey()));
        }
        var strong = new Counted(byRankKey(candidates));
        var hot = new Counted(byHotKey(candidates));

        // When
        var top = RANKING.top(50, strong, hot, ranked -> true);

        // Then
        assertThat(top).isEqualTo(sorted(candidates).subList(0, 50));
        assertThat(strong.read + hot.read).isLessThan(600);
    }

    @Example
    void shouldBeTheSumOfOneAndAHalfStrengthsAndTheHeat() {
        double rankKey = DecayedSum.of(2, AT.minus(Duration.ofDays(14)), Duration.ofDays(14))
                .log2();
        double hotKey = DecayedSum.of(16, AT.minus(Duration.ofHours(2)), HotKey.HALF_LIFE)
                .log2();

        var ranked = RANKING.rank(new Candidate(id(1), rankKey, hotKey));

        assertThat(Math.pow(2, ranked.log2())).isCloseTo(1.5 * 1 + 4, within(1e-9));
    }

    @Example
    void shouldKeepTheOrderOfStrengthWhenAllConversationsAreLongOver() {
        var long1 = candidate(500_000, 1);
        var long2 = candidate(500_000, 2);

        var top = top(
                List.of(
                        new Candidate(id(1), long1.rankKey(), Double.NEGATIVE_INFINITY),
                        new Candidate(id(2), long2.rankKey(), long2.hotKey())),
                2,
                null);

        assertThat(top).extracting(ranked -> ranked.candidate().id()).containsExactly(id(2), id(1));
    }

    private static List<Ranked> top(List<Candidate> candidates, int k, Ranked after) {
        return RANKING.top(
                k, byRankKey(candidates), byHotKey(candidates), ranked -> after == null || ranked.compareTo(after) > 0);
    }

    private static List<Ranked> sorted(List<Candidate> candidates) {
        return candidates.stream().map(RANKING::rank).sorted().toList();
    }

    private static Iterator<Candidate> byRankKey(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::rankKey).reversed())
                .iterator();
    }

    /** Whoever has no heat is missing, as in an index of those who have. */
    private static Iterator<Candidate> byHotKey(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.hotKey() > Double.NEGATIVE_INFINITY)
                .sorted(Comparator.comparingDouble(Candidate::hotKey).reversed())
                .iterator();
    }

    private static Candidate candidate(int hoursAgo, int log2Strength) {
        var last = AT.minus(Duration.ofHours(hoursAgo));
        return new Candidate(
                id(0),
                DecayedSum.of(Math.pow(2, log2Strength), last, Duration.ofDays(14))
                        .log2(),
                log2Strength % 3 == 0
                        ? Double.NEGATIVE_INFINITY
                        : DecayedSum.of(16, last, HotKey.HALF_LIFE).log2());
    }

    private static UUID id(int number) {
        return new UUID(0x0190_0000_0000_7000L, number);
    }

    private static final class Counted implements Iterator<Candidate> {
        private final Iterator<Candidate> list;
        private int read;

        private Counted(Iterator<Candidate> list) {
            this.list = list;
        }

        @Override
        public boolean hasNext() {
            return list.hasNext();
        }

        @Override
        public Candidate next() {
            read++;
            return list.next();
        }
    }
}
