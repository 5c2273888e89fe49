package dev.rapport.engagement.unmatched;

import dev.rapport.engagement.interaction.Named;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom not to offer any more: an address or an id, not both. */
@Schema(description = "Whom not to offer any more, by `address` or by `contactId`.")
record IgnoredName(
        @Schema(examples = "newsletter@example.org") @Size(min = 1, max = 300)
        String address,

        @Schema(description = "The id that was never known.")
        UUID contactId) {

    Named named() {
        return Named.of(contactId, address, "");
    }
}
