package dev.rapport.engagement.scoring;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.util.Map;

/**
 * What a workspace means by a strong tie. All its ties are kept under one profile, so that their order never changes by
 * the mere passing of time.
 *
 * @param halfLife in which a strength halves
 * @param burst half-life of the damping of bursts: what follows so soon after the last interaction adds half
 * @param outboundWeight of what the owner sent; with the inbound weight it makes 2
 * @param inboundWeight of what the contact sent
 * @param kappa the strength that scores 50
 * @param driftChance chance, 0..1, of no contact within the drift horizon at which a tie counts as drifting
 * @param driftHorizon how far ahead that chance looks
 * @param kindWeights weight of a kind, 0 or more; a kind that is not named weighs 1
 * @param inboundPitchWeight of a pitch that the contact sent: 0 by default, because being sold to is no closeness and a
 *     flood of pitches must not lift a stranger to the top. The owner's own pitch weighs as any other message
 * @param bands the scores at which bands begin
 */
public record ScoringProfile(
        Duration halfLife,
        Duration burst,
        double outboundWeight,
        double inboundWeight,
        double kappa,
        double driftChance,
        Duration driftHorizon,
        Map<InteractionKind, Double> kindWeights,
        double inboundPitchWeight,
        Bands bands) {

    /** Measured on six real contact networks: a steady weekly contact scores 50 just after it, 38 just before the next. */
    public static final ScoringProfile DEFAULT = new ScoringProfile(
            Duration.ofDays(14),
            Duration.ofDays(1),
            4.0 / 3,
            2.0 / 3,
            3.4,
            0.7,
            Duration.ofDays(14),
            Map.of(),
            0,
            new Bands(75, 50, 25, 10));

    public ScoringProfile {
        kindWeights = Map.copyOf(kindWeights);
    }

    /** This profile with another half-life, for ties that follow another rhythm; they are in an order of their own. */
    public ScoringProfile withHalfLife(Duration other) {
        return other.equals(halfLife)
                ? this
                : new ScoringProfile(
                        other,
                        burst,
                        outboundWeight,
                        inboundWeight,
                        kappa,
                        driftChance,
                        driftHorizon,
                        kindWeights,
                        inboundPitchWeight,
                        bands);
    }

    /** What an interaction adds when nothing came shortly before it, before its direction is weighed; 0 for noise. */
    double weightOf(Touch touch) {
        if (touch.kind() == InteractionKind.PITCH && touch.direction() == Direction.INBOUND) {
            return inboundPitchWeight;
        }
        return kindWeights.getOrDefault(touch.kind(), 1.0);
    }

    /** Whether an interaction adds nothing by its kind: such a one is no part of a tie and damps nothing after it. */
    public boolean isNoise(Touch touch) {
        return weightOf(touch) <= 0;
    }

    /** The weight of a direction; a mutual interaction counts half in each. */
    double weightOf(Direction direction) {
        return switch (direction) {
            case OUTBOUND -> outboundWeight;
            case INBOUND -> inboundWeight;
            case MUTUAL -> (outboundWeight + inboundWeight) / 2;
        };
    }

    /** The strength that has a score of 0..100 (exclusive). */
    double strengthOf(double score) {
        return -kappa * DecayedSum.log2(1 - score / 100);
    }

    /** The score, 0..100, of a strength. */
    double scoreOf(double strength) {
        return 100 * (1 - Math.pow(2, -strength / kappa));
    }
}
