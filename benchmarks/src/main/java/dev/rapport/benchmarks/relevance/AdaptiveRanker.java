package dev.rapport.benchmarks.relevance;

import dev.rapport.engagement.scoring.Preset;
import dev.rapport.engagement.scoring.Rhythm;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.engagement.scoring.TieFold;
import dev.rapport.engagement.scoring.Touch;
import dev.rapport.events.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The product's ranking under the adaptive profile: every UTC day, before anything of that day is known, each owner's
 * half-life is chosen anew from the days before, and where it changes the owner's ties are folded anew.
 */
final class AdaptiveRanker extends ScoreRanker {

    private static final int NONE = -1;

    private final Map<Duration, ScoringProfile> profiles = new HashMap<>();
    private final ScoringProfile[] profileOf;
    private final List<Map<Integer, Long>> gaps = new ArrayList<>();
    private final Map<Integer, Long> gapsOfAll = new HashMap<>();
    private final List<List<Integer>> views = new ArrayList<>();
    private final long[] activeDay;
    private final long[] chosenDay;
    private final int[] newest;
    private final int[] before;
    private ScoringProfile common = Preset.ADAPTIVE.profile();
    private long commonDay = Long.MIN_VALUE;

    AdaptiveRanker(Network network) {
        super(network, Preset.ADAPTIVE.profile());
        profileOf = new ScoringProfile[network.people()];
        Arrays.fill(profileOf, common);
        for (int owner = 0; owner < network.people(); owner++) {
            gaps.add(new HashMap<>());
            views.add(new ArrayList<>());
        }
        chosenDay = new long[network.people()];
        Arrays.fill(chosenDay, Long.MIN_VALUE);
        activeDay = new long[network.views()];
        newest = new int[network.views()];
        Arrays.fill(newest, NONE);
        before = new int[2 * network.messages()];
    }

    @Override
    ScoringProfile profile(int owner) {
        return profileOf[owner];
    }

    @Override
    public void settle(int owner, long micros) {
        long today = Math.floorDiv(micros, Network.DAY);
        if (commonDay != today) {
            commonDay = today;
            common = chosen(Rhythm.of(gapsOfAll)).orElse(common);
        }
        if (chosenDay[owner] != today) {
            chosenDay[owner] = today;
            follow(owner, chosen(Rhythm.of(gaps.get(owner))).orElse(common));
        }
    }

    private Optional<ScoringProfile> chosen(Optional<Rhythm> rhythm) {
        return rhythm.map(Rhythm::halfLife)
                .map(halfLife -> profiles.computeIfAbsent(
                        halfLife, chosen -> Rhythm.profile(Preset.ADAPTIVE.profile(), chosen)));
    }

    private void follow(int owner, ScoringProfile profile) {
        if (!profile.equals(profileOf[owner])) {
            profileOf[owner] = profile;
            for (int view : views.get(owner)) {
                become(view, TieFold.fold(touches(view), profile));
            }
        }
    }

    private List<Touch> touches(int view) {
        var touches = new ArrayList<Touch>();
        for (int entry = newest[view]; entry != NONE; entry = before[entry]) {
            touches.add(network().touch(entry / 2, entry % 2 == 0 ? Direction.OUTBOUND : Direction.INBOUND));
        }
        return touches;
    }

    @Override
    public void add(int message, int view, Direction direction) {
        int owner = network().owner(view);
        long day = Math.floorDiv(network().micros(message), Network.DAY);
        if (newest[view] == NONE) {
            views.get(owner).add(view);
        } else if (day > activeDay[view]) {
            int gap = Math.toIntExact(day - activeDay[view]);
            gaps.get(owner).merge(gap, 1L, Long::sum);
            gapsOfAll.merge(gap, 1L, Long::sum);
        }
        activeDay[view] = day;
        int entry = 2 * message + (direction == Direction.OUTBOUND ? 0 : 1);
        before[entry] = newest[view];
        newest[view] = entry;
        super.add(message, view, direction);
    }
}
