package dev.rapport.engagement.profile;

import dev.rapport.engagement.scoring.Rhythm;
import dev.rapport.engagement.scoring.ScoringProfile;
import java.time.Duration;
import java.util.Map;

/**
 * How one version of a workspace's profile reads its ties.
 *
 * @param generation the version, 0 for the default; its ties are the rows of this generation, and no others
 * @param base the profile of every owner that has no half-life of its own
 * @param halfLives of the owners that have
 * @param adaptive whether such a half-life was chosen from a rhythm, and brings the rest of the profile that suits it
 */
public record WorkspaceScoring(int generation, ScoringProfile base, Map<String, Duration> halfLives, boolean adaptive) {

    /** What holds for a workspace that never asked for anything else. */
    public static final WorkspaceScoring DEFAULT = new WorkspaceScoring(0, ScoringProfile.DEFAULT, Map.of(), false);

    public WorkspaceScoring {
        halfLives = Map.copyOf(halfLives);
    }

    /** The profile of an owner's ties: each owner's are in one order for ever, whatever the half-life. */
    public ScoringProfile profileOf(String owner) {
        var own = owner == null ? null : halfLives.get(owner);
        if (own == null) {
            return base;
        }
        return adaptive ? Rhythm.profile(base, own) : base.withHalfLife(own);
    }

    /** Whether all owners share one half-life, so that the ties of all together are in one order for ever, too. */
    public boolean isUniform() {
        return halfLives.values().stream().allMatch(base.halfLife()::equals);
    }
}
