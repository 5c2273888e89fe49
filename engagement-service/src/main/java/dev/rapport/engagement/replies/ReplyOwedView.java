package dev.rapport.engagement.replies;

import dev.rapport.engagement.relevance.KnownContact;
import dev.rapport.engagement.relevance.Owed;
import dev.rapport.engagement.replies.Unanswered.Message;
import dev.rapport.engagement.scoring.Levels;
import dev.rapport.events.Band;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who waits for an answer, or from whom one is waited for. */
@Schema(name = "ReplyOwed")
record ReplyOwedView(
        UUID contactId,
        @Schema(examples = "Jane Doe") String displayName,

        @Schema(description = "The member whose contact this is.", examples = "alex")
        String owner,

        @Schema(description = "Who owes the answer: `mine` the owner, `theirs` the contact.")
        Owed side,

        @Schema(description = "How relevant the contact is now, 0 to 100.", examples = "48.2")
        double score,

        Band band,

        @Schema(description = "When the last message came that was not answered.")
        Instant askedAt,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "How long ago that was, in ISO 8601.",
                examples = "PT49H30M")
        Duration waiting,

        @Schema(description = "When the first message came that was not answered.")
        Instant waitingSince,

        @Schema(description = "How many were not answered; 100 means 100 or more.", examples = "2")
        int messages,

        @Schema(description = "The last one.") UUID interactionId,

        InteractionKind kind,
        @Schema(examples = "Offer for the new site") String subject,
        @Schema(examples = "gmail") String channel) {

    /** @param messages the newest first; none when they were taken back this very moment */
    static ReplyOwedView of(Owed side, KnownContact contact, List<Message> messages, Levels levels) {
        var tie = contact.stored().tie();
        double strength = levels.strength(tie);
        var asked = side.askedAt(tie);
        var last = messages.isEmpty() ? null : messages.get(0);
        var waiting = Duration.between(asked, levels.at()).truncatedTo(ChronoUnit.SECONDS);
        return new ReplyOwedView(
                contact.id(),
                contact.displayName(),
                contact.owner(),
                side,
                levels.scoreOf(strength),
                levels.bandOf(strength),
                asked,
                waiting.isNegative() ? Duration.ZERO : waiting,
                last == null ? asked : messages.get(messages.size() - 1).occurredAt(),
                Math.min(Unanswered.MOST, messages.size()),
                last == null ? null : last.id(),
                last == null ? null : last.kind(),
                last == null ? null : last.subject(),
                last == null ? null : last.channel());
    }
}
