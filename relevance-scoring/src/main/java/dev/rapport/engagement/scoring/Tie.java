package dev.rapport.engagement.scoring;

import dev.rapport.events.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What is known of one contact: the fold over its interactions in the order of (at, id). Nothing in it changes with time.
 *
 * @param last when the newest interaction happened; null for the empty tie
 * @param lastId the newest interaction; null for the empty tie
 * @param outbound what the owner sent, unweighted by direction
 * @param inbound what the contact sent, unweighted by direction
 * @param interactions how many were folded in, noise not counted
 * @param lastOutboundAt when the owner last took part; null if never
 * @param lastInboundAt when the contact last took part; null if never
 * @param peakStrength the highest strength ever reached, which is always just after an interaction
 */
public record Tie(
        Instant last,
        UUID lastId,
        DecayedSum outbound,
        DecayedSum inbound,
        long interactions,
        Instant lastOutboundAt,
        Instant lastInboundAt,
        double peakStrength) {

    /** The tie to somebody with whom nothing ever happened. */
    public static final Tie EMPTY = new Tie(null, null, DecayedSum.NONE, DecayedSum.NONE, 0, null, null, 0);

    public boolean isEmpty() {
        return interactions == 0;
    }

    /** Whether an interaction comes after all that were folded in, so that it can be added without looking back. */
    public boolean precedes(Touch touch) {
        if (isEmpty()) {
            return true;
        }
        int byTime = last.compareTo(touch.at());
        return byTime < 0 || (byTime == 0 && Touch.compare(lastId, touch.id()) < 0);
    }

    /**
     * This tie after one more interaction that comes after all others. Noise leaves it as it is.
     *
     * @throws IllegalArgumentException for an interaction that is not newer than the last
     */
    Tie plus(Touch touch, ScoringProfile profile) {
        if (profile.isNoise(touch)) {
            return this;
        }
        if (!precedes(touch)) {
            throw new IllegalArgumentException("interaction " + touch.id() + " is not newer than " + lastId);
        }
        double increment = increment(touch, profile);
        boolean out = touch.direction() != Direction.INBOUND;
        boolean in = touch.direction() != Direction.OUTBOUND;
        double part = out && in ? increment / 2 : increment;
        var sum = part > 0 ? DecayedSum.of(part, touch.at(), profile.halfLife()) : DecayedSum.NONE;
        var sumOut = out ? outbound.plus(sum) : outbound;
        var sumIn = in ? inbound.plus(sum) : inbound;
        return new Tie(
                touch.at(),
                touch.id(),
                sumOut,
                sumIn,
                interactions + 1,
                out ? touch.at() : lastOutboundAt,
                in ? touch.at() : lastInboundAt,
                Math.max(peakStrength, weighted(sumOut, sumIn, profile).at(touch.at(), profile.halfLife())));
    }

    /** What an interaction adds after what came before it: a burst counts once, nothing at the same instant. */
    double increment(Touch touch, ScoringProfile profile) {
        double weight = profile.weightOf(touch);
        if (isEmpty()) {
            return weight;
        }
        double gap = Landmark.days(Duration.between(last, touch.at())) / Landmark.days(profile.burst());
        return -weight * Math.expm1(-gap * Math.log(2));
    }

    /** Both directions, each with its weight: the sum whose logarithm is the rank key. */
    DecayedSum weighted(ScoringProfile profile) {
        return weighted(outbound, inbound, profile);
    }

    private static DecayedSum weighted(DecayedSum out, DecayedSum in, ScoringProfile profile) {
        return out.times(profile.outboundWeight()).plus(in.times(profile.inboundWeight()));
    }
}
