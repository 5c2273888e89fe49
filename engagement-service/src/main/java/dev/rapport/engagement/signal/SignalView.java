package dev.rapport.engagement.signal;

import dev.rapport.events.SignalKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signal as callers see it. */
@Schema(name = "Signal")
record SignalView(
        UUID id,

        @Schema(description = "The contact it belongs to or, while unmatched, the one it was told of.")
        UUID contactId,

        @Schema(description = "The address it was told of, normalised.", examples = "linkedin:jane-doe")
        String address,

        @Schema(description = "Whether the contact is known. If not, it attaches by itself once it is.")
        boolean matched,

        @Schema(description = "The member whose contact this is.", examples = "alex")
        String owner,

        SignalKind kind,

        @Schema(examples = "Jane Doe is now Head of Design at Acme")
        String title,

        @Schema(examples = "https://news.example.org/jane-doe")
        String link,

        List<String> topics,

        @Schema(description = "When it became public; absent when unknown.")
        Instant publishedAt,

        @Schema(examples = "Acme") String organization,
        @Schema(examples = "Head of Design") String position,

        @Schema(description = "When Rapport learned of it.") Instant seenAt,

        @Schema(
                description = "`contacts` when it follows from the contact's own change of organization or title.",
                examples = "acme-news")
        String source,

        @Schema(examples = "n-4711") String externalId,
        @Schema(description = "Rises with every change.") long revision,

        @Schema(description = "The signal that stands for this one, told before in other words; absent when none does.")
        UUID sameAs,

        @Schema(description = "Others that told the same later, and for which this one stands.")
        List<SourceView> sources) {

    /** Another telling of the same. */
    @Schema(name = "SignalSource")
    record SourceView(
            UUID id, String title, String link, Instant publishedAt, Instant seenAt, String source, String externalId) {

        static SourceView of(Signal it) {
            return new SourceView(
                    it.id(),
                    it.content().title(),
                    it.content().link(),
                    it.content().publishedAt(),
                    it.seenAt(),
                    it.source(),
                    it.externalId());
        }
    }

    static SignalView of(Signal it, List<Signal> sources) {
        var content = it.content();
        return new SignalView(
                it.id(),
                it.isMatched() ? it.contactId() : it.wantedContactId(),
                it.address(),
                it.isMatched(),
                it.owner(),
                content.kind(),
                content.title(),
                content.link(),
                content.topics(),
                content.publishedAt(),
                content.organization(),
                content.position(),
                it.seenAt(),
                it.source(),
                it.externalId(),
                it.revision(),
                it.sameAs(),
                sources.stream().map(SourceView::of).toList());
    }
}
