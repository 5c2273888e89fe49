package dev.rapport.notifier.edition.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.SignalKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NewsRankingTest {

    private static final Instant NOW = Instant.parse("2026-06-01T07:30:00Z");

    @Property
    void shouldNeverRankTheMoreRelevantOrTheFresherLower(
            @ForAll @DoubleRange(min = 0, max = 100) double score,
            @ForAll @DoubleRange(min = 0, max = 100) double more,
            @ForAll @IntRange(max = 700) int hours,
            @ForAll @IntRange(max = 700) int longer) {
        var ranking = new NewsRanking(List.of("trees"));
        var base = ranking.weight(signal(1, score, hours, "On trees"), NOW);

        assertThat(ranking.weight(signal(1, Math.max(score, more), hours, "On trees"), NOW))
                .isGreaterThanOrEqualTo(base);
        assertThat(ranking.weight(signal(1, score, hours + longer, "On trees"), NOW))
                .isLessThanOrEqualTo(base);
        assertThat(ranking.weight(signal(1, score, hours, "On rocks"), NOW)).isLessThan(base);
    }

    @Property(tries = 200)
    void shouldRankAlikeInWhateverOrderTheSignalsCome(
            @ForAll @Size(max = 40) List<@IntRange(max = 100) Integer> scores, @ForAll long seed) {
        var signals = new ArrayList<SeenSignal>();
        for (int i = 0; i < scores.size(); i++) {
            signals.add(signal(i, scores.get(i), i % 5, "On trees"));
        }
        var ranking = new NewsRanking(List.of());
        var best = ranking.best(signals, NOW);
        Collections.shuffle(signals, new Random(seed));

        assertThat(ranking.best(signals, NOW)).isEqualTo(best).hasSizeLessThanOrEqualTo(NewsRanking.MOST);
    }

    @Test
    void shouldDoubleWhatTheTwoShareAnInterestInAndTripleTwo() {
        var ranking = new NewsRanking(List.of("Machine Learning", "sailing"));
        var plain = ranking.weight(signal(1, 40, 0, "On rocks"), NOW);

        assertThat(ranking.weight(signal(1, 40, 0, "Why machine-learning matters"), NOW))
                .isEqualTo(2 * plain);
        assertThat(ranking.weight(signal(1, 40, 0, "Machine learning, sailing"), NOW))
                .isEqualTo(3 * plain);
        assertThat(ranking.weight(signal(1, 40, 0, "Assailing machines of learning"), NOW))
                .isEqualTo(plain);
    }

    @Test
    void shouldCountTheContactsInterestsAndTheTopicsButEachInterestOnce() {
        var both = new SeenSignal(
                new UUID(2, 1),
                new About(new UUID(1, 1), "Anna", 40),
                SignalKind.POST,
                "Trees",
                null,
                List.of("trees", "chess"),
                List.of("Trees", "Chess"),
                NOW);

        var weight = new NewsRanking(List.of("trees")).weight(both, NOW);

        assertThat(weight).isEqualTo(3 * 0.4);
    }

    @Test
    void shouldTellASignalOnceWhoeverItCameBy() {
        var one = signal(1, 10, 0, "On trees");

        assertThat(new NewsRanking(List.of()).best(List.of(one, one), NOW)).containsExactly(one);
    }

    @Test
    void shouldHalveTheWeightOfANewsInThreeDaysAndLeaveTheUnknownAChance() {
        var ranking = new NewsRanking(List.of());

        assertThat(ranking.weight(signal(1, 40, 72, "On trees"), NOW)).isEqualTo(0.2);
        assertThat(ranking.weight(signal(1, 0, 0, "On trees"), NOW)).isEqualTo(0.05);
    }

    private static SeenSignal signal(int id, double score, int hoursAgo, String title) {
        return new SeenSignal(
                new UUID(2, id),
                new About(new UUID(1, id), "Person " + id, score),
                SignalKind.POST,
                title,
                null,
                List.of(),
                List.of(),
                NOW.minus(Duration.ofHours(hoursAgo)));
    }
}
