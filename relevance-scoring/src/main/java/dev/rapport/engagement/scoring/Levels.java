package dev.rapport.engagement.scoring;

import dev.rapport.events.Band;
import java.time.Duration;
import java.time.Instant;

/**
 * What keys mean at one instant: a key, the strength that is left of it, its score, its band and how fast the score falls,
 * each told from the others in closed form. An index that is sorted by key can so be asked for scores, bands and falls.
 */
public record Levels(ScoringProfile profile, Instant at) {

    private static final double LN2 = Math.log(2);

    /** The strength that is left of a key, 0 or more. */
    public double strengthOfKey(double key) {
        return new DecayedSum(key).at(at, profile.halfLife());
    }

    /** The strength of a tie, 0 or more. */
    public double strength(Tie tie) {
        return new Relevance(tie, profile).strength(at);
    }

    /** The key whose strength at the instant is this one; negative infinity for 0. */
    public double keyOfStrength(double strength) {
        return DecayedSum.log2(strength) + Landmark.days(at) / Landmark.days(profile.halfLife());
    }

    /** The key whose score at the instant is this one, 0..100; infinite at the ends. */
    public double keyOfScore(double score) {
        return keyOfStrength(profile.strengthOf(score));
    }

    /** The score, 0..100, of a strength. */
    public double scoreOf(double strength) {
        return profile.scoreOf(strength);
    }

    /** How many times the strength that scores 50 a strength is: equal in two profiles where the scores are equal. */
    public double inKappas(double strength) {
        return strength / profile.kappa();
    }

    /** The band of a strength. */
    public Band bandOf(double strength) {
        return profile.bands().of(profile.scoreOf(strength));
    }

    /** What a strength was so much earlier, when nothing happened meanwhile. */
    public double earlier(double strength, Duration before) {
        return strength * Math.pow(2, Landmark.days(before) / Landmark.days(profile.halfLife()));
    }

    /**
     * How many points of score a strength loses in a day, at this instant: with {@code dS/dt = −S · ln2 / H},
     * {@code −dscore/dt = 100 · ln²2 / (κ · H) · S · 2^(−S/κ)}.
     */
    public double lossPerDay(double strength) {
        double scale = 100 * LN2 * LN2 / (profile.kappa() * Landmark.days(profile.halfLife()));
        return scale * strength * Math.pow(2, -strength / profile.kappa());
    }

    /**
     * The key whose score falls fastest of all: the loss rises with the strength up to {@code S = κ / ln2}, a score of
     * 63.2, and falls beyond it.
     */
    public double steepestKey() {
        return keyOfStrength(profile.kappa() / LN2);
    }

    /** The keys that lie in a band at the instant. */
    public KeyRange keysOf(Band band) {
        var bands = profile.bands();
        double from = bands.floor(band).orElse(0);
        double to =
                switch (band) {
                    case CLOSE -> 100;
                    case ACTIVE -> bands.close();
                    case WARM -> bands.active();
                    case COOLING -> bands.warm();
                    case DORMANT -> bands.cooling();
                };
        return new KeyRange(keyOfScore(from), keyOfScore(to));
    }
}
