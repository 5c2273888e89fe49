package dev.rapport.benchmarks.relevance;

import dev.rapport.engagement.scoring.Relevance;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.engagement.scoring.Tie;
import dev.rapport.engagement.scoring.TieFold;
import dev.rapport.events.Direction;
import java.util.Arrays;
import java.util.List;

/** The product's ranking under one profile: the order of {@link Relevance#rankKey}. */
class ScoreRanker extends KeyRanker {

    private final ScoringProfile profile;
    private final Tie[] ties;

    ScoreRanker(Network network, ScoringProfile profile) {
        super(network);
        this.profile = profile;
        ties = new Tie[network.views()];
        Arrays.fill(ties, Tie.EMPTY);
    }

    @Override
    public void add(int message, int view, Direction direction) {
        var touch = network().touch(message, direction);
        become(
                view,
                TieFold.extend(ties[view], List.of(touch), profile(network().owner(view))));
    }

    final void become(int view, Tie tie) {
        ties[view] = tie;
        replace(view, relevance(view).rankKey());
    }

    final Relevance relevance(int view) {
        return new Relevance(ties[view], profile(network().owner(view)));
    }

    /** What an owner's ties are kept under. */
    ScoringProfile profile(int owner) {
        return profile;
    }
}
