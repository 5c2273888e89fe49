package dev.rapport.engagement.relevance;

import dev.rapport.engagement.profile.WorkspaceScoring;
import dev.rapport.engagement.scoring.KeyRange;
import dev.rapport.engagement.scoring.Levels;
import dev.rapport.events.Band;
import java.time.Instant;
import java.util.Set;

/**
 * What the keys of a workspace's ties mean at one instant: each owner's by the owner's own half-life.
 *
 * @param scoring under which the ties are kept
 */
public record Scale(WorkspaceScoring scoring, Instant at) {

    public Levels of(String owner) {
        return new Levels(scoring.profileOf(owner), at);
    }

    /** Whether it is the same for all owners, so that the ties of all together are in one order. */
    boolean isOne() {
        return scoring.halfLives().keySet().stream()
                .allMatch(owner -> scoring.profileOf(owner).equals(scoring.base()));
    }

    /** Whether a contact that a walk passes is in one of these bands; no band means all. */
    boolean isIn(Set<Band> bands, Passed passed) {
        if (bands.isEmpty()) {
            return true;
        }
        var levels = of(passed.contact().owner());
        return KeyRange.of(bands, levels).stream().anyMatch(range -> range.contains(passed.key()));
    }
}
