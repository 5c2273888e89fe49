package dev.rapport.engagement.interaction;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a patch may change of an interaction. */
@Schema(
        description = "What can be changed of an interaction. Naming another contact, by id or by address, moves this"
                + " interaction alone; everything else changes the whole occasion.")
record InteractionDetails(
        @Schema(description = "The contact, unless an address names it.")
        UUID contactId,

        @Schema(examples = "jane@example.org") @Size(min = 1, max = 300)
        String address,

        @NotNull InteractionKind kind,
        @NotNull Direction direction,
        @NotNull Instant occurredAt,

        @Schema(examples = "1800") @Min(0) @Max(604_800) Integer durationSeconds,

        @Schema(examples = "gmail") @Size(max = 100) String channel,

        @Schema(examples = "Offer for the new site") @Size(max = 500)
        String subject,

        @Size(max = 2000) String excerpt) {

    static InteractionDetails of(Interaction it) {
        var content = it.content();
        return new InteractionDetails(
                it.named().contactId(),
                it.named().address(),
                content.kind(),
                content.direction(),
                content.occurredAt(),
                content.durationSeconds(),
                content.channel(),
                content.subject(),
                content.excerpt());
    }

    Named named() {
        return Named.of(contactId, address, "");
    }

    /** What it says beside the contact. */
    NewInteraction request() {
        return new NewInteraction(
                null, null, null, kind, direction, occurredAt, durationSeconds, channel, subject, excerpt, null, null);
    }
}
