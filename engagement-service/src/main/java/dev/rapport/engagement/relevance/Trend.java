package dev.rapport.engagement.relevance;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.rapport.engagement.scoring.Levels;
import dev.rapport.engagement.scoring.Share;
import dev.rapport.engagement.scoring.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Where a score is going: it is compared with the score of a week ago. What happened since is taken off the strength, and
 * the rest is brought back in closed form: {@code S(t−7d) = (S(t) − Σ shares of the last week at t) · 2^(7d/H)}, which is the
 * fold over all that is older, exactly. So only the last week of a tie is ever read, and of a tie that was silent for a week
 * nothing at all.
 */
public enum Trend {
    RISING,
    STEADY,
    COOLING;

    /** How far back the trend looks. */
    static final Duration WINDOW = Duration.ofDays(7);

    /** By how many points, of 100, a score must have changed to be called rising or cooling. */
    private static final double POINTS = 3;

    /**
     * @param strength of the tie at the instant of the levels
     * @param recent all of the tie that is newer than {@code since}, and the one interaction before it, which damps them
     * @param since the instant to compare with
     */
    static Trend of(double strength, List<Touch> recent, Instant since, Levels levels) {
        double added = Share.of(recent, levels.at(), levels.profile()).stream()
                .filter(share -> share.touch().at().isAfter(since))
                .mapToDouble(Share::strength)
                .sum();
        double before = levels.earlier(Math.max(0, strength - added), Duration.between(since, levels.at()));
        double change = levels.scoreOf(strength) - levels.scoreOf(before);
        return change >= POINTS ? RISING : change <= -POINTS ? COOLING : STEADY;
    }

    /** The name in JSON. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
