package dev.rapport.engagement.importing;

import dev.rapport.imports.ImportJob;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an import's records so far. Each record was created, changed, unchanged, ignored or rejected. */
@Schema(name = "EngagementImportCounts")
record Counts(
        @Schema(description = "Records dealt with: each is counted once more in one of the next five")
        long records,

        @Schema(description = "New interactions") long created,

        @Schema(description = "Records that told something else than they did before: the interaction was updated")
        long changed,

        @Schema(description = "Records that told nothing new")
        long unchanged,

        @Schema(description = "Sound records that say nothing of a tie, such as newsletters")
        long ignored,

        @Schema(description = "Records that could not be used: see the problems")
        long rejected,

        @Schema(description = "Participants who are contacts")
        long matched,

        @Schema(description = "Participants who are not; they attach by themselves once they are")
        long unmatched,

        @Schema(description = "The ignored ones by reason", examples = "{\"mailing_list\": 41, \"bulk\": 12}")
        Map<String, Long> ignoredByReason) {

    static Counts of(ImportJob it, Map<String, Long> ignoredByReason) {
        return new Counts(
                it.records(),
                it.count(Tally.CREATED),
                it.count(Tally.CHANGED),
                it.count(Tally.UNCHANGED),
                it.count(Tally.IGNORED),
                it.count(Tally.REJECTED),
                it.count(Tally.MATCHED),
                it.count(Tally.UNMATCHED),
                ignoredByReason);
    }
}
