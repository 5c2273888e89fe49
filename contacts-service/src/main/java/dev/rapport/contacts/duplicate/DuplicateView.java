package dev.rapport.contacts.duplicate;

import dev.rapport.contacts.contact.Contact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A pair as the API shows it.
 *
 * @param contacts both; one only when the other went at this very moment
 */
@Schema(name = "Duplicate", description = "Two contacts that may be one person")
record DuplicateView(
        @Schema(required = true, description = "Names this pair, always")
        String id,

        @Schema(required = true) List<Named> contacts,

        @Schema(required = true, minimum = "0", maximum = "1", examples = "0.94")
        double confidence,

        @Schema(required = true, description = "What speaks for one person")
        List<Evidence> reasons,

        @Schema(required = true, description = "What speaks against it")
        List<Evidence> against,

        @Schema(required = true, description = "Whether a member has said that they are not the same")
        boolean dismissed) {

    static final String PAGE_EXAMPLE = """
            {
              "items": [{
                "id": "0199e3a0-5c00-7000-8000-0000000000c1_0199e3a0-5c00-7000-8000-0000000000c2",
                "contacts": [
                  {"id": "0199e3a0-5c00-7000-8000-0000000000c1", "displayName": "Jane Doe"},
                  {"id": "0199e3a0-5c00-7000-8000-0000000000c2", "displayName": "Jayne Doe"}],
                "confidence": 0.985,
                "reasons": ["same_phone", "similar_name"],
                "against": [],
                "dismissed": false
              }]
            }""";

    static DuplicateView of(Candidate row, Map<UUID, Contact> known) {
        return new DuplicateView(
                row.pair().toString(),
                Stream.of(row.pair().lo(), row.pair().hi())
                        .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                        .map(contact ->
                                new Named(contact.id(), contact.details().name()))
                        .toList(),
                row.confidence() / 1000.0,
                row.reasons(),
                row.against(),
                row.dismissed());
    }

    /** One of the two. */
    @Schema(name = "DuplicateContact", description = "One of the two contacts")
    record Named(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "Jane Doe") String displayName) {}

    /** A page of pairs, for the API document. */
    @Schema(name = "DuplicatePage", description = "One page of pairs, the most confident first")
    record Listing(
            @Schema(required = true) List<DuplicateView> items,

            @Schema(description = "Opaque; give it back as ?cursor=.")
            String next) {}
}
