package dev.rapport.benchmarks.relevance;

import dev.rapport.engagement.scoring.Preset;
import dev.rapport.events.Direction;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A ranking to be measured, and what it says of drift.
 *
 * @param drift a chance, 0..1, or any other measure that rises with it; empty when it says nothing
 */
record Contestant(Ranker ranker, Optional<DriftProtocol.Judge> drift) {

    /** The order of running conversations is no profile, but ranks as one. */
    private static final String NOW = "now";

    private static final Duration HORIZON = Duration.ofDays(14);

    /** What a program without a model would do. */
    enum Baseline {
        /** The most messages first, both directions. */
        FREQUENCY {
            @Override
            Contestant on(Network network) {
                var counts = new int[network.views()];
                return new Contestant(
                        new KeyRanker(network) {
                            @Override
                            public void add(int message, int view, Direction direction) {
                                replace(view, ++counts[view]);
                            }
                        },
                        Optional.empty());
            }
        },
        /** The newest message first, either direction; of drift it knows how long there was silence. */
        RECENCY {
            @Override
            Contestant on(Network network) {
                var ranker = new KeyRanker(network) {
                    @Override
                    public void add(int message, int view, Direction direction) {
                        replace(view, days(network, network.micros(message)));
                    }
                };
                return new Contestant(
                        ranker, Optional.of((view, micros) -> days(network, micros) - ranker.value(view, micros)));
            }
        },
        /** What browsers suggest addresses by. */
        FRECENCY {
            @Override
            Contestant on(Network network) {
                return new Contestant(new Frecency(network), Optional.empty());
            }
        };

        abstract Contestant on(Network network);

        /** Small numbers, of which a double still tells apart what the protocol does. */
        private static double days(Network network, long micros) {
            return (double) (micros - network.micros(0)) / Network.DAY;
        }
    }

    /** The names of what {@link #profile} knows. */
    static Stream<String> profiles() {
        return Stream.concat(Stream.of(Preset.values()).map(Preset::id), Stream.of(NOW));
    }

    /** A profile of the product on a network. */
    static Contestant profile(String name, Network network) {
        if (name.equals(NOW)) {
            return new Contestant(new ConversationRanker(network, Preset.DEFAULT.profile()), Optional.empty());
        }
        var preset = Preset.named(name).orElseThrow(() -> new IllegalArgumentException("no profile " + name));
        var ranker = preset.adaptive() ? new AdaptiveRanker(network) : new ScoreRanker(network, preset.profile());
        return new Contestant(ranker, Optional.of((view, micros) -> ranker.relevance(view)
                .chanceOfSilence(Network.instant(micros), HORIZON)));
    }

    /** Replays the network. */
    Figures figures(Network network) {
        return Replay.figures(network, ranker, drift);
    }
}
