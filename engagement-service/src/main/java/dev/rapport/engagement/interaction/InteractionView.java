package dev.rapport.engagement.interaction;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An interaction as callers see it. */
@Schema(name = "Interaction")
public record InteractionView(
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

        @Schema(description = "How long it took.", examples = "1800")
        Integer durationSeconds,

        @Schema(examples = "gmail") String channel,
        @Schema(examples = "Offer for the new site") String subject,
        String excerpt,
        @Schema(examples = "acme-crm") String source,
        @Schema(examples = "m-20260301-17") String externalId,

        @Schema(description = "When it was taken back; absent while it counts.")
        Instant retractedAt,

        @Schema(description = "What all interactions of an occasion with several contacts share.")
        UUID occasionId,

        @Schema(description = "All contacts of the occasion; only of a single interaction, not in lists.")
        List<ParticipantView> participants) {

    /** One contact of an occasion. */
    @Schema(name = "Participant")
    public record ParticipantView(
            @Schema(description = "The interaction with this contact.")
            UUID id,

            @Schema(description = "The contact it belongs to or, while unmatched, the one it was recorded for.")
            UUID contactId,

            @Schema(examples = "jane@example.org") String address,
            boolean matched,
            @Schema(examples = "alex") String owner) {

        static ParticipantView of(Interaction it) {
            return new ParticipantView(it.id(), contact(it), it.named().address(), it.isMatched(), it.owner());
        }
    }

    /** One interaction of an occasion, with all its participants. */
    static InteractionView of(Interaction it, Interaction occasion) {
        var view = of(it);
        return it.occasionId() == null
                ? view
                : view.with(occasion.rows().stream().map(ParticipantView::of).toList());
    }

    /** Without the participants. */
    static InteractionView of(Interaction it) {
        var content = it.content();
        return new InteractionView(
                it.id(),
                contact(it),
                it.named().address(),
                it.isMatched(),
                it.owner(),
                content.kind(),
                content.direction(),
                content.occurredAt(),
                it.recordedAt(),
                content.durationSeconds(),
                content.channel(),
                content.subject(),
                content.excerpt(),
                it.origin() == null ? null : it.origin().source(),
                it.origin() == null ? null : it.origin().externalId(),
                it.retractedAt(),
                it.occasionId(),
                null);
    }

    private static UUID contact(Interaction it) {
        return it.isMatched() ? it.contactId() : it.named().contactId();
    }

    private InteractionView with(List<ParticipantView> all) {
        return new InteractionView(
                id,
                contactId,
                address,
                matched,
                owner,
                kind,
                direction,
                occurredAt,
                recordedAt,
                durationSeconds,
                channel,
                subject,
                excerpt,
                source,
                externalId,
                retractedAt,
                occasionId,
                all);
    }
}
