package dev.rapport.engagement.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.scoring.Levels;
import dev.rapport.engagement.scoring.Relevance;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.engagement.scoring.TieFold;
import dev.rapport.engagement.scoring.Touch;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TrendTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Levels LEVELS = new Levels(ScoringProfile.DEFAULT, NOW);

    @Property
    void shouldCompareWithTheFoldOverAllThatIsAWeekOld(
            @ForAll @Size(max = 30) List<@IntRange(max = 60 * 24 * 60) Integer> minutesAgo) {
        var touches = touches(minutesAgo);
        var since = NOW.minus(Trend.WINDOW);
        var older = touches.stream().filter(touch -> !touch.at().isAfter(since)).toList();
        var recent = Stream.concat(
                        touches.stream().filter(touch -> touch.at().isAfter(since)),
                        older.stream().max(Comparator.naturalOrder()).stream())
                .toList();

        var trend = Trend.of(relevance(touches).strength(NOW), recent, since, LEVELS);

        double change = relevance(touches).score(NOW) - relevance(older).score(since);
        if (Math.abs(Math.abs(change) - 3) > 1e-6) {
            assertThat(trend).isEqualTo(change > 3 ? Trend.RISING : change < -3 ? Trend.COOLING : Trend.STEADY);
        }
    }

    private static List<Touch> touches(List<Integer> minutesAgo) {
        var touches = new ArrayList<Touch>();
        for (var minutes : minutesAgo) {
            touches.add(new Touch(
                    new UUID(7, touches.size()),
                    NOW.minus(Duration.ofMinutes(minutes)),
                    InteractionKind.EMAIL,
                    Direction.values()[minutes % 3]));
        }
        return touches;
    }

    private static Relevance relevance(List<Touch> touches) {
        return new Relevance(TieFold.fold(touches, ScoringProfile.DEFAULT), ScoringProfile.DEFAULT);
    }
}
