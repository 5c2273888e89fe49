package dev.rapport.engagement.interaction;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a caller tells of an interaction.
 *
 * @param contactId the contact; this or an address names it, not both
 * @param participants the contacts, when there are several; in place of the two
 * @param occurredAt now when absent
 * @param externalId the caller's own id; with the source unique in the workspace
 */
@Schema(
        description =
                "What passed between a contact and its owner. Names the contact by `contactId` or by `address`, or"
                        + " several by `participants`.")
public record NewInteraction(
        @Schema(description = "The contact, unless an address names it.")
        UUID contactId,

        @Schema(
                description = "An email address, an international phone number or network:name.",
                examples = "jane@example.org")
        @Size(min = 1, max = 300)
        String address,

        @Schema(description = "All contacts of an occasion with several, a meeting say; each another.")
        @Size(min = 2, max = 100)
        List<@Valid @NotNull Participant> participants,

        @NotNull InteractionKind kind,
        @NotNull Direction direction,

        @Schema(description = "When it happened; now when absent. At most five minutes ahead.")
        Instant occurredAt,

        @Schema(description = "How long it took.", examples = "1800") @Min(0) @Max(604_800)
        Integer durationSeconds,

        @Schema(description = "By what means, in the caller's words.", examples = "gmail") @Size(max = 100)
        String channel,

        @Schema(description = "One line.", examples = "Offer for the new site") @Size(max = 500)
        String subject,

        @Size(max = 2000) String excerpt,

        @Schema(description = "Where it comes from; with externalId unique in the workspace.", examples = "acme-crm")
        @Size(min = 1, max = 100)
        String source,

        @Schema(description = "The source's own id.", examples = "m-20260301-17") @Size(min = 1, max = 300)
        String externalId) {

    /** One of several contacts; an id or an address names it, not both. */
    @Schema(name = "NewParticipant", description = "Names a contact by `contactId` or by `address`.")
    public record Participant(
            UUID contactId,

            @Schema(examples = "jane@example.org") @Size(min = 1, max = 300)
            String address) {}
}
