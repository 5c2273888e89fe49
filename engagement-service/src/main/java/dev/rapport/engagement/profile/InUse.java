package dev.rapport.engagement.profile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under which profiles a workspace's ties are folded at an instant.
 *
 * @param active the one that ranks
 * @param building the one that will; what changes a tie meanwhile changes it under both
 */
public record InUse(WorkspaceScoring active, Optional<WorkspaceScoring> building) {

    static final InUse DEFAULT = new InUse(WorkspaceScoring.DEFAULT, Optional.empty());

    /** The generations whose ties are kept. */
    public List<Integer> generations() {
        return Stream.concat(Stream.of(active), building.stream())
                .map(WorkspaceScoring::generation)
                .toList();
    }

    InUse with(String state, WorkspaceScoring scoring) {
        return state.equals("active") ? new InUse(scoring, building) : new InUse(active, Optional.of(scoring));
    }
}
