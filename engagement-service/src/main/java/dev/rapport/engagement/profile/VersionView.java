package dev.rapport.engagement.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the profile, and how far its work is. */
@Schema(name = "ScoringProfileVersion")
record VersionView(
        @Schema(description = "0 is the default.", examples = "3")
        int version,

        Version.State state,
        Definition definition,

        @Schema(description = "When it was asked for, or chosen; absent for version 0.")
        Instant createdAt,

        @Schema(description = "The member who asked for it; absent when it was chosen by itself.", examples = "alex")
        String createdBy,

        @Schema(description = "When it began to rank.") Instant appliedAt,

        @Schema(description = "When it ceased to rank, or was cancelled or given up.")
        Instant endedAt,

        @Schema(description = "The rhythms from which an adaptive version chose.")
        List<OwnerRhythm> rhythms,

        @Schema(description = "What is left to do in the background; absent when all is done.")
        Progress progress) {

    /** How far the background is. */
    @Schema(name = "ScoringProfileProgress")
    record Progress(
            Doing doing,

            @Schema(description = "Contacts that are done.", examples = "41200")
            long done,

            @Schema(
                    description =
                            "Contacts there are to do, as counted at the beginning; absent while that is not known.",
                    examples = "96310")
            Long total) {}

    /** What the background does with each contact. */
    public enum Doing {
        /** Folds its tie under this version; until all are, the active one ranks. */
        BUILDING,
        /** Tells other services of it under this version, which ranks already. */
        ANNOUNCING,
        /** Deletes what other versions left. */
        SWEEPING;

        static Doing of(ProfileTask.Kind kind) {
            return switch (kind) {
                case BUILD -> BUILDING;
                case ANNOUNCE -> ANNOUNCING;
                case SWEEP -> SWEEPING;
            };
        }

        /** The name in JSON, for example {@code building}. */
        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static VersionView of(Version it) {
        return new VersionView(
                it.number(),
                it.state(),
                it.definition(),
                it.createdAt(),
                it.createdBy(),
                it.appliedAt(),
                it.endedAt(),
                it.rhythms(),
                it.task() == null ? null : new Progress(Doing.of(it.task()), it.done(), it.total()));
    }
}
