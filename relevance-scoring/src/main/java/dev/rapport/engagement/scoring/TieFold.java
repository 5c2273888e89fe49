package dev.rapport.engagement.scoring;

import java.util.Collection;
import java.util.TreeSet;

/**
 * How interactions make a tie. A tie is defined as the fold over a contact's interactions in the order of (at, id), so
 * neither the order in which they arrive nor a repetition leaves a trace: what is newer than the tie extends it, anything
 * else has it folded anew from all that is stored.
 */
public final class TieFold {

    private TieFold() {}

    /** The tie that these interactions make, in whatever order and however often they are given. */
    public static Tie fold(Collection<Touch> touches, ScoringProfile profile) {
        return extend(Tie.EMPTY, touches, profile);
    }

    /** Whether one of these interactions is not newer than all that the tie holds, so that it must be folded anew. */
    public static boolean looksBack(Tie tie, Collection<Touch> arrived, ScoringProfile profile) {
        return arrived.stream().anyMatch(touch -> !profile.isNoise(touch) && !tie.precedes(touch));
    }

    /**
     * A tie and some newer interactions, at no more cost than theirs.
     *
     * @throws IllegalArgumentException when one of them looks back
     */
    public static Tie extend(Tie tie, Collection<Touch> newer, ScoringProfile profile) {
        for (var touch : new TreeSet<>(newer)) {
            tie = tie.plus(touch, profile);
        }
        return tie;
    }
}
