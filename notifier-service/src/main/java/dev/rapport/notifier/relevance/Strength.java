package dev.rapport.notifier.relevance;

import dev.rapport.events.Band;
import java.time.Duration;
import java.time.Instant;

/**
 * A tie's strength as its snapshot tells it; its score at any instant follows: {@code S(t) = 2^(rankKey − (t − L)/H)} and
 * {@code score = 100 · (1 − 2^(−S/κ))}, with the landmark L of 1 January 2020.
 *
 * @param rankKey log2 of the forward-decayed sum; negative infinity for a tie without any interaction
 * @param halfLifeSeconds H, above 0
 * @param kappa κ, above 0
 */
public record Strength(double rankKey, double halfLifeSeconds, double kappa) {

    /** No tie: its score is 0 at any time. */
    public static final Strength NONE = new Strength(Double.NEGATIVE_INFINITY, 1, 1);

    private static final Instant LANDMARK = Instant.parse("2020-01-01T00:00:00Z");
    private static final double LN2 = Math.log(2);

    /** The score at an instant, 0..100. */
    public double scoreAt(Instant instant) {
        double age = Duration.between(LANDMARK, instant).toMillis() / 1000.0 / halfLifeSeconds;
        double strength = Math.exp(LN2 * (rankKey - age));
        return -100 * Math.expm1(-LN2 * strength / kappa);
    }

    /** The band of a score under the default profile: close from 75, active 50, warm 25, cooling 10. */
    public static Band band(double score) {
        if (score >= 75) {
            return Band.CLOSE;
        } else if (score >= 50) {
            return Band.ACTIVE;
        } else if (score >= 25) {
            return Band.WARM;
        }
        return score >= 10 ? Band.COOLING : Band.DORMANT;
    }
}
