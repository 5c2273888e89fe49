package dev.rapport.benchmarks.relevance;

import dev.rapport.events.Direction;
import java.util.Optional;

/** Walks a network in the order of time: at each instant first everything is asked, then what happened becomes known. */
final class Replay {

    private final Network network;
    private final Ranker ranker;
    private final RankingProtocol ranking;
    private final Optional<DriftProtocol> drift;

    private Replay(Network network, Ranker ranker, RankingProtocol ranking, Optional<DriftProtocol> drift) {
        this.network = network;
        this.ranker = ranker;
        this.ranking = ranking;
        this.drift = drift;
    }

    /** The figures of a ranking. */
    static Figures figures(Network network, Ranker ranker, Optional<DriftProtocol.Judge> judge) {
        var ranking = new RankingProtocol(network, ranker);
        var drift = judge.map(it -> new DriftProtocol(network, it));
        new Replay(network, ranker, ranking, drift).run();
        return new Figures(
                ranking.all(),
                ranking.reengage(),
                drift.map(DriftProtocol::measured),
                drift.map(DriftProtocol::calibrated));
    }

    private void run() {
        long cut = network.cut();
        for (int from = 0, to; from < network.messages(); from = to) {
            long now = network.micros(from);
            to = from;
            while (to < network.messages() && network.micros(to) == now) {
                to++;
            }
            drift.ifPresent(it -> it.until(now));
            for (int message = from; now > cut && message < to; message++) {
                ranker.settle(network.owner(network.sent(message)), now);
                ranking.rank(message);
            }
            for (int message = from; message < to; message++) {
                add(message, network.sent(message), Direction.OUTBOUND);
                add(message, network.received(message), Direction.INBOUND);
            }
        }
    }

    private void add(int message, int view, Direction direction) {
        long now = network.micros(message);
        ranker.settle(network.owner(view), now);
        ranker.add(message, view, direction);
        ranking.happened(view, now);
        drift.ifPresent(it -> it.happened(message, view));
    }
}
