package dev.rapport.contacts.contact;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How owner and contact came to know each other.
 *
 * @param how in the owner's words
 * @param where a place or an event
 */
@Schema(description = "How owner and contact came to know each other")
public record FirstMeeting(
        @NotBlankIfPresent @Size(max = 1000) @Schema(examples = "Sat beside each other at dinner")
        String how,

        @NotBlankIfPresent @Size(max = 300) @Schema(examples = "FOSDEM, Brussels")
        String where,

        PartialDate on) {

    @Schema(hidden = true)
    boolean isEmpty() {
        return how == null && where == null && on == null;
    }
}
