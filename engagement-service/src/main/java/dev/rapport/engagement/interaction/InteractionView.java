package dev.rapport.engagement.interaction;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An interaction as callers see it. */
@Schema(name = "Interaction")
record InteractionView(
        UUID id,

        @Schema(description = "The contact it belongs to or, while unmatched, the one it was recorded for.")
        UUID contactId,

        @Schema(description = "The address it was recorded for, normalised.", examples = "jane@example.org")
        String address,

        @Schema(description = "Whether the contact is known. If not, it attaches by itself once it is.")
        boolean matched,

        @Schema(description = "The member whose contact this is.", examples = "alex")
        String owner,

        InteractionKind kind,
        Direction direction,
        Instant occurredAt,
        Instant recordedAt,
        @Schema(examples = "gmail") String channel,
        @Schema(examples = "Offer for the new site") String subject,
        String excerpt,
        @Schema(examples = "acme-crm") String source,
        @Schema(examples = "m-20260301-17") String externalId) {

    static InteractionView of(Interaction it) {
        return new InteractionView(
                it.id(),
                it.isMatched() ? it.contactId() : it.wantedContactId(),
                it.address(),
                it.isMatched(),
                it.owner(),
                it.kind(),
                it.direction(),
                it.occurredAt(),
                it.recordedAt(),
                it.channel(),
                it.subject(),
                it.excerpt(),
                it.source(),
                it.externalId());
    }
}
