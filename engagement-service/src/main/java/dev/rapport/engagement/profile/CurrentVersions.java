package dev.rapport.engagement.profile;

import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.Optional;

/** The version that ranks and, at times, the one that is being built. */
record CurrentVersions(Version active, Optional<Version> building) {

    static CurrentVersions of(List<Version> inUse) {
        return new CurrentVersions(
                find(inUse, Version.State.ACTIVE).orElse(Version.ZERO), find(inUse, Version.State.BUILDING));
    }

    /** Another as soon as either is another: nobody replaces a profile, or one on its way, that he has not seen. */
    EntityTag tag() {
        return new EntityTag(
                active.number() + building.map(it -> "-" + it.number()).orElse(""));
    }

    private static Optional<Version> find(List<Version> versions, Version.State state) {
        return versions.stream().filter(it -> it.state() == state).findFirst();
    }
}
