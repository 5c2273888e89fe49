package dev.rapport.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.benchmarks.relevance.Contestant.Baseline;
import dev.rapport.benchmarks.relevance.Network.Message;
import dev.rapport.events.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** That the shortcuts of the replay change no rank: each contestant beside a look at every contact for every message. */
class ReplayPropertyTest {

    private static final double SAME = 1e-9 / Math.log(2);

    @Property(tries = 25)
    void shouldGiveTheRanksOfALookAtEveryContactWhateverTheRanking(@ForAll Random random) {
        var network = new Network(messages(random));

        contestants().forEach(contestant -> {
            var figures = contestant.apply(network).figures(network);
            var all = new Ranks();
            var reengage = new Ranks();
            lookAtEveryContact(network, contestant.apply(network).ranker(), all, reengage);
            assertSame(figures.all(), all);
            assertSame(figures.reengage(), reengage);
        });
    }

    @Property(tries = 100)
    void shouldCountWonPairsWhenJudgementsAreCompared(@ForAll Random random) {
        // Given
        var judgements = new Judgements();
        var with = new ArrayList<Double>();
        var without = new ArrayList<Double>();
        for (int i = 0; i < 60; i++) {
            double chance = random.nextInt(12) / 12.0;
            boolean silent = i == 0 || (i > 1 && random.nextInt(13) / 12.0 < chance);
            judgements.add(chance, silent);
            (silent ? with : without).add(chance);
        }

        // When
        double auc = judgements.auc();

        // Then
        double won = 0;
        for (double silent : with) {
            for (double not : without) {
                won += silent > not ? 1 : silent == not ? 0.5 : 0;
            }
        }
        assertThat(auc).isCloseTo(won / (with.size() * without.size()), within(1e-12));
        assertThat(judgements.calibrationError()).isBetween(0.0, 1.0);
    }

    private static Stream<Function<Network, Contestant>> contestants() {
        return Stream.concat(
                Stream.of(Baseline.values()).map(baseline -> baseline::on),
                Contestant.profiles().map(name -> network -> Contestant.profile(name, network)));
    }

    private static void lookAtEveryContact(Network network, Ranker ranker, Ranks all, Ranks reengage) {
        Map<Integer, Map<Integer, Long>> lastByOwner = new HashMap<>();
        for (int from = 0, to; from < network.messages(); from = to) {
            long now = network.micros(from);
            for (to = from; to < network.messages() && network.micros(to) == now; to++) {
                if (now > network.cut()) {
                    int owner = network.owner(network.sent(to));
                    ranker.settle(owner, now);
                    var last = lastByOwner.getOrDefault(owner, Map.of());
                    rank(network.sent(to), last.keySet().stream().toList(), ranker, now, all);
                    var silent = last.keySet().stream()
                            .filter(view -> now - last.get(view) >= Network.DAY)
                            .toList();
                    if (last.size() >= 5) {
                        rank(network.sent(to), silent, ranker, now, reengage);
                    }
                }
            }
            for (int message = from; message < to; message++) {
                add(network, ranker, message, network.sent(message), Direction.OUTBOUND, lastByOwner);
                add(network, ranker, message, network.received(message), Direction.INBOUND, lastByOwner);
            }
        }
    }

    private static void rank(int view, List<Integer> candidates, Ranker ranker, long now, Ranks ranks) {
        if (candidates.size() < 5 || !candidates.contains(view)) {
            return;
        }
        double value = ranker.value(view, now);
        long above = candidates.stream()
                .filter(other -> ranker.value(other, now) > value + SAME)
                .count();
        long same = candidates.stream()
                .filter(other -> Math.abs(ranker.value(other, now) - value) <= SAME)
                .count();
        ranks.add(1 + above + (same - 1) / 2.0);
    }

    private static void add(
            Network network,
            Ranker ranker,
            int message,
            int view,
            Direction direction,
            Map<Integer, Map<Integer, Long>> lastByOwner) {
        ranker.settle(network.owner(view), network.micros(message));
        ranker.add(message, view, direction);
        lastByOwner
                .computeIfAbsent(network.owner(view), owner -> new HashMap<>())
                .put(view, network.micros(message));
    }

    private static void assertSame(Ranks ranks, Ranks expected) {
        assertThat(ranks.events()).isEqualTo(expected.events());
        if (expected.events() > 0) {
            assertThat(ranks.mrr()).isCloseTo(expected.mrr(), within(1e-12));
            assertThat(ranks.hit(1)).isEqualTo(expected.hit(1));
            assertThat(ranks.hit(5)).isEqualTo(expected.hit(5));
            assertThat(ranks.hit(10)).isEqualTo(expected.hit(10));
        }
    }

    /** Bursts, days and weeks of silence, several at one instant, among few people. */
    private static List<Message> messages(Random random) {
        var messages = new ArrayList<Message>();
        long seconds = 1_000_000_000;
        for (int i = 0; i < 800; i++) {
            seconds += switch (random.nextInt(6)) {
                case 0 -> 0;
                case 1, 2 -> random.nextInt(600);
                case 3, 4 -> random.nextInt(86_400);
                default -> random.nextInt(5 * 86_400);
            };
            int from = random.nextInt(12);
            int to = (from + 1 + random.nextInt(11)) % 12;
            messages.add(new Message("p" + from, "p" + to, seconds * 1_000_000));
        }
        return messages;
    }
}
