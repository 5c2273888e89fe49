package dev.rapport.engagement.relevance;

import dev.rapport.engagement.scoring.Levels;
import dev.rapport.engagement.scoring.Relevance;
import dev.rapport.events.Band;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a contact's tie is worth at an instant. */
@Schema(name = "Relevance")
record RelevanceView(
        UUID contactId,
        @Schema(examples = "Jane Doe") String displayName,

        @Schema(description = "The member whose contact this is.", examples = "alex")
        String owner,

        @Schema(description = "Of when this tells. All pages of one list tell of the same instant.")
        Instant at,

        @Schema(description = "0 to 100.", examples = "48.2")
        double score,

        Band band,

        @Schema(description = "Whether the score is at least 3 points above, or below, that of a week before.")
        Trend trend,

        @Schema(description = "The decayed, weighted sum behind the score, 0 or more.", examples = "3.23")
        double strength,

        @Schema(
                description = "The owner's part in the strength: with strengthIn it makes the whole.",
                examples = "2.15")
        double strengthOut,

        @Schema(description = "The contact's part in the strength.", examples = "1.08")
        double strengthIn,

        @Schema(
                description =
                        "How alike both sides' parts are, before they are weighed: 1 when both did the same, 0 when"
                                + " one did all. Absent if nothing happened.",
                examples = "0.82")
        Double reciprocity,

        @Schema(description = "When the owner last turned to the contact; absent if never.")
        Instant lastOutboundAt,

        @Schema(description = "When the contact last turned to the owner; absent if never.")
        Instant lastInboundAt,

        @Schema(description = "The later of the two.") Instant lastTouchAt,

        @Schema(description = "How many interactions make up the tie.", examples = "12")
        long interactions,

        @Schema(
                description = "How long ago the last of them was, in ISO 8601; absent if never.",
                type = SchemaType.STRING,
                format = "duration",
                examples = "PT291H12M")
        Duration silentFor,

        @Schema(description = "When silence will have made two more weeks of silence likely.")
        Instant driftsAt,

        @Schema(description = "When silence will take it into the next lower band; absent when dormant.")
        Instant nextBandAt) {

    static RelevanceView of(KnownContact contact, Trend trend, Levels levels) {
        var profile = levels.profile();
        var at = levels.at();
        var tie = contact.stored().tie();
        var relevance = new Relevance(tie, profile);
        return new RelevanceView(
                contact.id(),
                contact.displayName(),
                contact.owner(),
                at,
                relevance.score(at),
                relevance.band(at),
                trend,
                relevance.strength(at),
                profile.outboundWeight() * levels.strengthOfKey(tie.outbound().log2()),
                profile.inboundWeight() * levels.strengthOfKey(tie.inbound().log2()),
                tie.isEmpty() ? null : Double.valueOf(relevance.reciprocity()),
                tie.lastOutboundAt(),
                tie.lastInboundAt(),
                tie.last(),
                tie.interactions(),
                silence(tie.last(), at),
                relevance.driftsAt().orElse(null),
                relevance.nextBandAt(at).orElse(null));
    }

    private static Duration silence(Instant last, Instant at) {
        if (last == null) {
            return null;
        }
        var silence = Duration.between(last, at).truncatedTo(ChronoUnit.SECONDS);
        return silence.isNegative() ? Duration.ZERO : silence;
    }
}
