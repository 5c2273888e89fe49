package dev.rapport.engagement.scoring;

import dev.rapport.events.Band;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A tie read under a profile: what it is worth at an instant, and when it will be worth less ("Interaction Rank", Roth et
 * al. 2010, in forward-decay form). All instants are closed forms, to the microsecond.
 */
public record Relevance(Tie tie, ScoringProfile profile) {

    /** log2 of the weighted sum; ties of one profile keep the order of their keys for ever. Negative infinity when empty. */
    public double rankKey() {
        return tie.weighted(profile).log2();
    }

    /** The decayed, weighted sum at an instant, 0 or more. */
    public double strength(Instant at) {
        return tie.weighted(profile).at(at, profile.halfLife());
    }

    /** 0..100. */
    public double score(Instant at) {
        return profile.scoreOf(strength(at));
    }

    public Band band(Instant at) {
        return profile.bands().of(score(at));
    }

    /** The strongest band that this tie ever reached. */
    public Band peakBand() {
        return profile.bands().of(profile.scoreOf(tie.peakStrength()));
    }

    /** How alike both directions are, unweighted: 1 when both are the same, 0 when one is empty. Time does not change it. */
    public double reciprocity() {
        double difference = Math.abs(tie.outbound().log2() - tie.inbound().log2());
        return Double.isNaN(difference) ? 0 : Math.pow(2, -difference);
    }

    /** When silence will have brought the score down to a level of 0..100 (exclusive); empty for the empty tie. */
    public Optional<Instant> fallsTo(double score) {
        return tie.isEmpty()
                ? Optional.empty()
                : Optional.of(tie.weighted(profile).fallsTo(profile.strengthOf(score), profile.halfLife()));
    }

    /** When silence will take the tie out of the band it is in at an instant; empty for a dormant one. */
    public Optional<Instant> nextBandAt(Instant at) {
        var floor = profile.bands().floor(band(at));
        return floor.isPresent() ? fallsTo(floor.getAsDouble()) : Optional.empty();
    }

    /**
     * The chance, 0..1, of no contact within a horizon from an instant, by the same process as {@link #driftsAt}; 1 for the
     * empty tie.
     */
    public double chanceOfSilence(Instant at, Duration horizon) {
        double halfLives = Landmark.days(horizon) / Landmark.days(profile.halfLife());
        double left = tie.outbound().plus(tie.inbound()).at(at, profile.halfLife());
        return Math.exp(left * Math.expm1(-halfLives * Math.log(2)));
    }

    /**
     * When the chance of no contact within the drift horizon reaches the profile's: contacts are taken as a Poisson process
     * whose rate decays, {@code P0 = exp(−C · (1 − 2^(−N/H)))}. Lies in the past for a tie that drifted already; empty for
     * the empty tie.
     */
    public Optional<Instant> driftsAt() {
        if (tie.isEmpty()) {
            return Optional.empty();
        }
        double horizon = Landmark.days(profile.driftHorizon()) / Landmark.days(profile.halfLife());
        double level = -Math.log(profile.driftChance()) / (1 - Math.pow(2, -horizon));
        return Optional.of(tie.outbound().plus(tie.inbound()).fallsTo(level, profile.halfLife()));
    }
}
