package dev.rapport.engagement.scoring;

import java.time.Duration;
import java.time.Instant;

/**
 * A sum of weights that halve with every half-life, kept as one number that time does not touch ("Forward decay", Cormode
 * et al. 2009): {@code log2 = log2 Σ w · 2^((t − landmark) / halfLife)}. The logarithm holds decades of weights without
 * overflow.
 *
 * @param log2 negative infinity for the empty sum
 */
public record DecayedSum(double log2) {

    /** The empty sum. */
    public static final DecayedSum NONE = new DecayedSum(Double.NEGATIVE_INFINITY);

    private static final double LN2 = Math.log(2);

    /** One weight above zero at one instant. */
    static DecayedSum of(double weight, Instant at, Duration halfLife) {
        return new DecayedSum(log2(weight) + Landmark.days(at) / Landmark.days(halfLife));
    }

    /** Both sums together, by the stable form of log(a + b). */
    DecayedSum plus(DecayedSum other) {
        double high = Math.max(log2, other.log2);
        double low = Math.min(log2, other.log2);
        if (low == Double.NEGATIVE_INFINITY) {
            return new DecayedSum(high);
        }
        return new DecayedSum(high + Math.log1p(Math.pow(2, low - high)) / LN2);
    }

    /** Every weight multiplied by a factor above zero. */
    DecayedSum times(double factor) {
        return new DecayedSum(log2 + log2(factor));
    }

    /** What is left of the sum at an instant; 0 for the empty sum and for one that is decades old. */
    double at(Instant at, Duration halfLife) {
        return Math.pow(2, log2 - Landmark.days(at) / Landmark.days(halfLife));
    }

    /** When the sum will have fallen to a level above zero; lies in the past when it is below it already. */
    Instant fallsTo(double level, Duration halfLife) {
        return Landmark.instant(Landmark.days(halfLife) * (log2 - log2(level)));
    }

    static double log2(double value) {
        return Math.log(value) / LN2;
    }
}
