package dev.rapport.notifier.edition.content;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.rapport.events.Band;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One contact worth a look, and why. It comes of a reminder, of a signal, or of an interaction.
 *
 * @param score the contact's relevance when the edition was composed, 0..100, to one decimal
 * @param trend the tie's strength at the end of each of the last weeks, on the score's scale; null for a tie without one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EditionItem(
        UUID contactId,

        @Schema(description = "Absent when the contact was deleted.", examples = "Anna Berg")
        String contactName,

        @Schema(
                description = "The kind of the reminder or of the signal; of noise, pitch or stranger",
                examples = "post")
        String kind,

        @Schema(examples = "Anna Berg wrote on 2 March 2026 and has no answer yet")
        String reason,

        @Schema(examples = "63.2") double score,
        Band band,

        @Schema(description = "Of a reminder.") UUID reminderId,

        @Schema(description = "Of a reminder.") Instant dueAt,

        @Schema(description = "A line to send, where the reminder has one.", examples = "Congratulations, Anna!")
        String draft,

        @Schema(description = "Of news.") UUID signalId,

        @Schema(description = "Of news.", examples = "https://example.org/posts/1")
        String link,

        @Schema(description = "Of noise: the latest.") UUID interactionId,

        @Schema(description = "The tie's strength at the end of each of the last 26 weeks, 0..100, the latest last.")
        List<Integer> trend) {

    static EditionItem ofReminder(
            About about, String kind, String reason, UUID reminderId, Instant dueAt, String draft) {
        return new EditionItem(
                about.contactId(),
                about.contactName(),
                kind,
                reason,
                about.roundedScore(),
                about.band(),
                reminderId,
                dueAt,
                draft,
                null,
                null,
                null,
                null);
    }

    static EditionItem ofSignal(About about, String kind, String reason, UUID signalId, String link) {
        return new EditionItem(
                about.contactId(),
                about.contactName(),
                kind,
                reason,
                about.roundedScore(),
                about.band(),
                null,
                null,
                null,
                signalId,
                link,
                null,
                null);
    }

    static EditionItem ofInteraction(About about, String kind, String reason, UUID interactionId) {
        return new EditionItem(
                about.contactId(),
                about.contactName(),
                kind,
                reason,
                about.roundedScore(),
                about.band(),
                null,
                null,
                null,
                null,
                null,
                interactionId,
                null);
    }

    /** The same item with the tie's course. */
    public EditionItem withTrend(List<Integer> course) {
        return new EditionItem(
                contactId,
                contactName,
                kind,
                reason,
                score,
                band,
                reminderId,
                dueAt,
                draft,
                signalId,
                link,
                interactionId,
                course);
    }
}
