package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Bodies of batches: each item is read for itself, so that a bad one spoils none of the others. */
final class ContactBatch {

    /** The most items of one batch. */
    static final int MOST = 1_000;

    private ContactBatch() {}

    /** Contacts to add. */
    @Schema(name = "NewContacts", description = "Up to 1,000 contacts to add")
    record Additions(
            @NotNull @Size(min = 1, max = MOST) @Schema(implementation = ContactDetails[].class)
            List<@NotNull JsonNode> items) {}

    /** Contacts to change. */
    @Schema(name = "ContactChanges", description = "Up to 1,000 contacts to change")
    record Changes(
            @NotNull @Size(min = 1, max = MOST) @Schema(implementation = Change[].class)
            List<@NotNull JsonNode> items) {}

    /** Contacts to delete. */
    @Schema(name = "ContactDeletions", description = "Up to 1,000 contacts to delete")
    record Deletions(
            @NotNull @Size(min = 1, max = MOST) @Schema(implementation = Deletion[].class)
            List<@NotNull JsonNode> items) {}

    /**
     * A change of one contact.
     *
     * @param version that the contact must be at, as with If-Match
     * @param patch a merge patch, as PATCH takes it
     */
    @Schema(name = "ContactChange")
    record Change(
            @NotNull UUID id,

            @NotNull @Schema(examples = "1", description = "The version that it must be at, as in its ETag")
            Long version,

            @NotNull @Schema(ref = "ContactPatch") JsonNode patch) {}

    /**
     * The deletion of one contact.
     *
     * @param version that the contact must be at, as with If-Match
     */
    @Schema(name = "ContactDeletion")
    record Deletion(
            @NotNull UUID id,

            @NotNull @Schema(examples = "1", description = "The version that it must be at, as in its ETag")
            Long version) {}
}
