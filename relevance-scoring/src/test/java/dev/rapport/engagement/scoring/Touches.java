package dev.rapport.engagement.scoring;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Streams of interactions as life makes them: same instants, bursts, weeks, and years of silence. */
final class Touches {

    static final Instant START = Instant.parse("2016-05-01T08:00:00.123456Z");

    private Touches() {}

    static Touch touch(int number, Instant at, Direction direction) {
        return touch(number, at, InteractionKind.MESSAGE, direction);
    }

    static Touch touch(int number, Instant at, InteractionKind kind, Direction direction) {
        return new Touch(new UUID(0x0190_0000_0000_7000L, number), at, kind, direction);
    }

    /** A stream in the order of time, of at most 256; what happens at one instant has its ids in any order. */
    static Arbitrary<List<Touch>> streams(int minSize, int maxSize) {
        var gaps = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(2, Arbitraries.longs().between(1, 3_000_000)),
                Tuple.of(3, Arbitraries.longs().between(1, Duration.ofHours(3).toSeconds() * 1_000_000)),
                Tuple.of(5, Arbitraries.longs().between(1, Duration.ofDays(20).toSeconds() * 1_000_000)),
                Tuple.of(1, Arbitraries.longs().between(1, Duration.ofDays(900).toSeconds() * 1_000_000)));
        var one = Combinators.combine(
                        gaps,
                        Arbitraries.of(Direction.class),
                        Arbitraries.of(InteractionKind.class),
                        Arbitraries.longs())
                .as(Step::new);
        return one.list().ofMinSize(minSize).ofMaxSize(maxSize).map(Touches::walk);
    }

    private static List<Touch> walk(List<Step> steps) {
        var touches = new ArrayList<Touch>();
        var at = START;
        for (var step : steps) {
            at = at.plusNanos(step.gapMicros() * 1000);
            var id = new UUID(0x0190_0000_0000_7000L, (step.entropy() & ~0xffL) | touches.size());
            touches.add(new Touch(id, at, step.kind(), step.direction()));
        }
        return touches;
    }

    private record Step(long gapMicros, Direction direction, InteractionKind kind, long entropy) {}
}
