package dev.rapport.engagement.scoring;

import dev.rapport.events.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * How hot a running conversation is: {@code hot(t) = 16 · (Σ out + 4 · Σ in) · ½^(age / 1 h)}, as one number that time does
 * not touch. Bursts are not damped, for a burst is what is looked for, and what the contact sent counts four times, for it
 * wants an answer. A sum without damping does not depend on the order in which its interactions arrive.
 *
 * @param log2 relative to the landmark, in half-lives of an hour; negative infinity when nothing happened
 */
public record HotKey(double log2) {

    /** Of a contact with whom nothing ever happened. */
    public static final HotKey NONE = new HotKey(Double.NEGATIVE_INFINITY);

    /** The heat halves in it, so a day leaves less than a millionth of it. */
    public static final Duration HALF_LIFE = Duration.ofHours(1);

    private static final double OUTBOUND = 16;
    private static final double INBOUND = 64;

    /** The key of all of a contact's interactions, each given once. */
    public static HotKey fold(Collection<Touch> touches, ScoringProfile profile) {
        return NONE.extend(touches, profile);
    }

    /** This key and interactions that are not in it yet, at no more cost than theirs, whenever they happened. */
    public HotKey extend(Collection<Touch> more, ScoringProfile profile) {
        var sum = new DecayedSum(log2);
        for (var touch : more) {
            if (!profile.isNoise(touch)) {
                double weight = profile.weightOf(touch) * weightOf(touch.direction());
                sum = sum.plus(DecayedSum.of(weight, touch.at(), HALF_LIFE));
            }
        }
        return new HotKey(sum.log2());
    }

    /** The heat at an instant, 0 or more. */
    public double at(Instant at) {
        return new DecayedSum(log2).at(at, HALF_LIFE);
    }

    private static double weightOf(Direction direction) {
        return switch (direction) {
            case OUTBOUND -> OUTBOUND;
            case INBOUND -> INBOUND;
            case MUTUAL -> (OUTBOUND + INBOUND) / 2;
        };
    }
}
