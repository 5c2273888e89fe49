package dev.rapport.engagement.relevance;

import dev.rapport.events.Band;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a contact's tie is worth now. */
@Schema(name = "Relevance")
record RelevanceView(
        UUID contactId,
        @Schema(examples = "Jane Doe") String displayName,

        @Schema(description = "The member whose contact this is.", examples = "alex")
        String owner,

        @Schema(description = "0 to 100.", examples = "48.2")
        double score,

        Band band,

        @Schema(description = "The decayed, weighted sum behind the score, 0 or more.", examples = "3.23")
        double strength,

        @Schema(description = "When the owner last turned to the contact; absent if never.")
        Instant lastOutboundAt,

        @Schema(description = "When the contact last turned to the owner; absent if never.")
        Instant lastInboundAt,

        @Schema(description = "The later of the two.") Instant lastTouchAt,

        @Schema(description = "How many interactions make up the tie.", examples = "12")
        long interactions,

        @Schema(description = "When silence will have made two more weeks of silence likely.")
        Instant driftsAt,

        @Schema(description = "When silence will take it into the next lower band; absent when dormant.")
        Instant nextBandAt) {

    static RelevanceView of(KnownContact contact, Instant now) {
        var relevance = contact.relevance();
        var tie = relevance.tie();
        return new RelevanceView(
                contact.stored().key().contactId(),
                contact.displayName(),
                contact.owner(),
                relevance.score(now),
                relevance.band(now),
                relevance.strength(now),
                tie.lastOutboundAt(),
                tie.lastInboundAt(),
                tie.last(),
                tie.interactions(),
                relevance.driftsAt().orElse(null),
                relevance.nextBandAt(now).orElse(null));
    }
}
