package dev.rapport.benchmarks.relevance;

import dev.rapport.engagement.scoring.HotKey;
import dev.rapport.engagement.scoring.NowRanking;
import dev.rapport.engagement.scoring.NowRanking.Candidate;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.events.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The product's order of running conversations, {@link NowRanking}. Its values cross each other as time passes, but three
 * days after the last message no heat is left that a double could hold beside the strength: such contacts are in the
 * order of their rank keys, and only the others are looked at one by one.
 */
final class ConversationRanker extends ScoreRanker {

    private static final long HOT = 3 * Network.DAY;
    private static final UUID ANYBODY = new UUID(0, 0);

    private final ScoringProfile profile;
    private final HotKey[] heat;
    private final Lately[] lately;

    ConversationRanker(Network network, ScoringProfile profile) {
        super(network, profile);
        this.profile = profile;
        heat = new HotKey[network.views()];
        Arrays.fill(heat, HotKey.NONE);
        lately = new Lately[network.people()];
        Arrays.setAll(lately, owner -> new Lately(HOT));
    }

    @Override
    public void add(int message, int view, Direction direction) {
        super.add(message, view, direction);
        heat[view] = heat[view].extend(List.of(network().touch(message, direction)), profile);
        lately[network().owner(view)].happened(view, network().micros(message));
    }

    @Override
    public double value(int view, long micros) {
        return value(micros, super.value(view, micros), heat[view].log2());
    }

    @Override
    public int above(int owner, double level, long micros) {
        double key = level - value(micros, 0, Double.NEGATIVE_INFINITY);
        int above = super.above(owner, key, micros);
        for (int view : lately[owner].at(micros)) {
            above += value(view, micros) > level ? 1 : 0;
            above -= super.value(view, micros) > key ? 1 : 0;
        }
        return above;
    }

    private double value(long micros, double rankKey, double hotKey) {
        return new NowRanking(profile.halfLife(), Network.instant(micros))
                .rank(new Candidate(ANYBODY, rankKey, hotKey))
                .log2();
    }
}
