package dev.rapport.engagement.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What one interaction contributes to a tie.
 *
 * @param strength its own decayed weight at the instant asked for; all of a tie add up to its strength
 * @param share its part of the whole, 0..1; all of a tie add up to 1, however little is left of them
 */
public record Share(Touch touch, double strength, double share) {

    /** The share of each interaction of one contact, the largest first; noise has none and is left out. */
    public static List<Share> of(Collection<Touch> touches, Instant at, ScoringProfile profile) {
        double whole = new Relevance(TieFold.fold(touches, profile), profile).rankKey();
        var shares = new ArrayList<Share>();
        var tie = Tie.EMPTY;
        for (var touch : new TreeSet<>(touches)) {
            if (!profile.isNoise(touch)) {
                shares.add(of(touch, tie.increment(touch, profile), whole, at, profile));
                tie = tie.plus(touch, profile);
            }
        }
        shares.sort(Comparator.comparingDouble(Share::share).reversed().thenComparing(Share::touch));
        return List.copyOf(shares);
    }

    private static Share of(Touch touch, double increment, double whole, Instant at, ScoringProfile profile) {
        double weight = increment * profile.weightOf(touch.direction());
        if (weight <= 0) {
            return new Share(touch, 0, 0);
        }
        var part = DecayedSum.of(weight, touch.at(), profile.halfLife());
        return new Share(touch, part.at(at, profile.halfLife()), Math.pow(2, part.log2() - whole));
    }
}
