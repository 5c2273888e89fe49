package dev.rapport.engagement.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TieFoldPropertyTest {

    private static final ScoringProfile PROFILE = ScoringProfile.DEFAULT;

    @Provide
    Arbitrary<List<Touch>> streams() {
        return Touches.streams(0, 60);
    }

    @Property
    void shouldEqualTheOrderedFoldWhateverTheOrderOfArrivalWhenEverythingIsStoredBefore(
            @ForAll("streams") List<Touch> stream, @ForAll Random random) {
        // Given
        var tie = Tie.EMPTY;

        // When
        for (var batch : shuffledBatches(stream, random)) {
            tie = advance(tie, batch, stream);
        }

        // Then
        assertSame(tie, TieFold.fold(stream, PROFILE));
    }

    @Property
    void shouldEqualTheOrderedFoldWhateverTheOrderOfArrivalWhenEachBatchIsStoredAsItComes(
            @ForAll("streams") List<Touch> stream, @ForAll Random random) {
        // Given
        Set<Touch> stored = new HashSet<>();
        var tie = Tie.EMPTY;

        // When
        for (var batch : shuffledBatches(stream, random)) {
            stored.addAll(batch);
            tie = advance(tie, batch, stored);
        }

        // Then
        assertSame(tie, TieFold.fold(stream, PROFILE));
    }

    @Property
    void shouldNotLookBackWhenEverythingArrivesInOrder(@ForAll("streams") List<Touch> stream, @ForAll Random random) {
        // Given
        var ordered = stream.stream().distinct().sorted().toList();
        var tie = Tie.EMPTY;

        // When
        for (var batch : cut(ordered, random)) {
            assertThat(TieFold.looksBack(tie, batch, PROFILE)).isFalse();
            tie = TieFold.extend(tie, batch, PROFILE);
        }

        // Then
        assertThat(tie).isEqualTo(TieFold.fold(stream, PROFILE));
    }

    /** What the updater does with a batch of one contact's interactions. */
    private static Tie advance(Tie tie, Collection<Touch> arrived, Collection<Touch> stored) {
        return TieFold.looksBack(tie, arrived, PROFILE)
                ? TieFold.fold(stored, PROFILE)
                : TieFold.extend(tie, arrived, PROFILE);
    }

    private static void assertSame(Tie tie, Tie ordered) {
        assertThat(tie.interactions()).isEqualTo(ordered.interactions());
        assertThat(tie.last()).isEqualTo(ordered.last());
        assertThat(tie.lastId()).isEqualTo(ordered.lastId());
        assertThat(tie.lastOutboundAt()).isEqualTo(ordered.lastOutboundAt());
        assertThat(tie.lastInboundAt()).isEqualTo(ordered.lastInboundAt());
        assertThat(tie.peakStrength()).isCloseTo(ordered.peakStrength(), within(1e-9 * ordered.peakStrength()));
        if (ordered.isEmpty()) {
            assertThat(tie).isEqualTo(Tie.EMPTY);
            return;
        }
        double strength = new Relevance(tie, PROFILE).strength(tie.last());
        double expected = new Relevance(ordered, PROFILE).strength(ordered.last());
        assertThat(strength).isCloseTo(expected, within(1e-9 * expected));
    }

    private static List<List<Touch>> shuffledBatches(List<Touch> stream, Random random) {
        var arriving = new ArrayList<>(stream);
        for (int i = 0; i < stream.size() / 2; i++) {
            arriving.add(stream.get(random.nextInt(stream.size())));
        }
        Collections.shuffle(arriving, random);
        return cut(arriving, random);
    }

    private static List<List<Touch>> cut(List<Touch> arriving, Random random) {
        var batches = new ArrayList<List<Touch>>();
        for (int from = 0; from < arriving.size(); ) {
            int to = Math.min(arriving.size(), from + 1 + random.nextInt(8));
            batches.add(arriving.subList(from, to));
            from = to;
        }
        return batches;
    }
}
