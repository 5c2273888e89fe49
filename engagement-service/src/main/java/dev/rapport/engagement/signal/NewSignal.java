package dev.rapport.engagement.signal;

import dev.rapport.events.SignalKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a caller tells of a signal.
 *
 * @param contactId the contact; this or an address names it, not both
 * @param publishedAt absent when unknown: then the signal counts from when it was told
 * @param organization the contact's new organization, of a job change or promotion
 * @param position the contact's new title, of a job change or promotion
 * @param externalId the caller's own id; with the source unique in the workspace
 */
@Schema(description = "Something seen about a contact. Names the contact by `contactId` or by `address`.")
public record NewSignal(
        @Schema(description = "The contact, unless an address names it.")
        UUID contactId,

        @Schema(
                description = "An email address, an international phone number or network:name.",
                examples = "linkedin:jane-doe")
        @Size(min = 1, max = 300)
        String address,

        @Schema(
                enumeration = {
                    "post",
                    "job_change",
                    "promotion",
                    "degree",
                    "new_picture",
                    "birthday",
                    "anniversary",
                    "milestone"
                })
        @NotNull
        SignalKind kind,

        @Schema(description = "What was seen, in one line.", examples = "Jane Doe is now Head of Design at Acme")
        @NotBlank
        @Size(max = 500)
        String title,

        @Schema(description = "Where to read it: http or https.", examples = "https://news.example.org/jane-doe")
        @Size(min = 1, max = 2000)
        String link,

        @Schema(description = "What it is about, in the words of its source.", examples = "[\"design\"]")
        @Size(max = 20)
        List<@NotBlank @Size(max = 100) String> topics,

        @Schema(description = "When it became public. At most five minutes ahead.")
        Instant publishedAt,

        @Schema(
                description = "The new organization, of a job change or promotion. Tells better than words whether two"
                        + " signals are one.",
                examples = "Acme")
        @Size(min = 1, max = 200)
        String organization,

        @Schema(description = "The new title, of a job change or promotion.", examples = "Head of Design")
        @Size(min = 1, max = 200)
        String position,

        @Schema(description = "Where it comes from; with externalId unique in the workspace.", examples = "acme-news")
        @Size(min = 1, max = 100)
        String source,

        @Schema(description = "The source's own id.", examples = "n-4711") @Size(min = 1, max = 300)
        String externalId) {

    public NewSignal {
        topics = topics == null
                ? List.of()
                : List.copyOf(topics.stream().filter(it -> it != null).toList());
    }
}
