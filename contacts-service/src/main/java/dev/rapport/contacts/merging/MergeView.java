package dev.rapport.contacts.merging;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rapport.contacts.contact.UnitedDetails;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A merge as the API shows it.
 *
 * @param undoable whether it can be undone, as far as time goes
 */
@Schema(name = "Merge", description = "A merge of contacts into one")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MergeView(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "The contact that stands for all of them")
        UUID survivor,

        @Schema(required = true, description = "The contacts that were merged into it")
        List<UUID> contacts,

        @Schema(required = true, description = "Who merged them")
        String member,

        @Schema(required = true) Instant mergedAt,

        @Schema(required = true, description = "Whether it can be undone, as far as time and erasures go")
        boolean undoable,

        @Schema(required = true) Instant undoableUntil,
        @Schema(description = "Absent while it stands") Instant undoneAt,
        @Schema(description = "Who undid it") String undoneBy) {

    static final String EXAMPLE = """
            {
              "id": "0199e3a0-5c00-7000-8000-0000000000d1",
              "survivor": "0199e3a0-5c00-7000-8000-0000000000c1",
              "contacts": ["0199e3a0-5c00-7000-8000-0000000000c2"],
              "member": "alex",
              "mergedAt": "2026-03-01T09:30:00Z",
              "undoable": true,
              "undoableUntil": "2026-03-31T09:30:00Z"
            }""";

    static final String PAGE_EXAMPLE = "{\"items\": [" + EXAMPLE + "]}";

    static MergeView of(Merge merge, Instant now) {
        return new MergeView(
                merge.id(),
                merge.survivor(),
                merge.others().stream().map(UnitedDetails.Part::id).toList(),
                merge.member(),
                merge.mergedAt(),
                merge.isUndoable(now),
                merge.undoableUntil(),
                merge.undoneAt(),
                merge.undoneBy());
    }

    /** A page of merges, for the API document. */
    @Schema(name = "MergePage", description = "One page of merges")
    record Listing(
            @Schema(required = true) List<MergeView> items,

            @Schema(description = "Opaque; give it back as ?cursor=.")
            String next) {}
}
