package dev.rapport.notifier.edition.content;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rapport.notifier.preference.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A member's newspaper for one local day. Once published it never changes, but for the erasure of a contact.
 *
 * @param composedAt as of when everything in it holds
 * @param late whether it came later than the member wished: after an outage
 * @param sections in the order in which they are read; none is empty
 */
@Schema(name = "Edition")
@JsonIgnoreProperties(ignoreUnknown = true)
public record Edition(
        LocalDate date,
        String member,
        @Schema(examples = "Europe/Berlin") String timeZone,
        Language language,
        Instant composedAt,

        @Schema(description = "Whether it came later than you wished: after an outage.")
        boolean late,

        List<EditionSection> sections) {

    public Edition {
        sections = List.copyOf(sections);
    }

    /** Its first item in a sentence. */
    @JsonProperty
    @Schema(examples = "Anna Berg wrote on 2 March 2026 and has no answer yet")
    public String headline() {
        return lead().map(EditionItem::reason)
                .orElseGet(() -> Words.in(language).nothingToday());
    }

    /** How many items are worth a look; noise is not. */
    @JsonProperty
    @Schema(examples = "5")
    public int itemCount() {
        return worthALook().mapToInt(section -> section.items().size()).sum();
    }

    /** The item that comes first; empty when nothing is worth a look. */
    public Optional<EditionItem> lead() {
        return worthALook().flatMap(section -> section.items().stream()).findFirst();
    }

    /** All items, noise included. */
    public Stream<EditionItem> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    /** The same edition with its items changed; a section without any is left out. */
    public Edition with(UnaryOperator<List<EditionItem>> change) {
        var changed = sections.stream()
                .map(section -> new EditionSection(section.kind(), section.title(), change.apply(section.items())))
                .filter(section -> !section.items().isEmpty())
                .toList();
        return new Edition(date, member, timeZone, language, composedAt, late, changed);
    }

    private Stream<EditionSection> worthALook() {
        return sections.stream().filter(section -> !section.isNoise());
    }
}
