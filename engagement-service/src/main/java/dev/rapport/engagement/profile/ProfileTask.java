package dev.rapport.engagement.profile;

import java.util.Locale;
import java.util.UUID;

/**
 * Work that is left to do for a version of a profile, as far as it came.
 *
 * @param position the last contact that is done; null before the first
 * @param isBegun whether all that could not know of it has ended, so that it may begin with the first contact
 * @param run names who works on it; another's run has taken it over
 * @param attempts how often it was claimed since its last progress, this time included
 */
public record ProfileTask(
        String workspace, int version, Kind kind, UUID position, boolean isBegun, UUID run, int attempts) {

    /** What is to be done with each contact that has ties. */
    public enum Kind {
        /** Fold its tie under the version. */
        BUILD,
        /** Tell of its tie under the version, which ranks now. */
        ANNOUNCE,
        /** Delete its ties under versions that are not in use. */
        SWEEP;

        static Kind of(String column) {
            return valueOf(column.toUpperCase(Locale.ROOT));
        }

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ProfileTask at(UUID contact) {
        return new ProfileTask(workspace, version, kind, contact, true, run, 0);
    }

    @Override
    public String toString() {
        return "task=" + kind.column() + " workspace=" + workspace + " version=" + version;
    }
}
