package dev.rapport.contacts.circle;

import dev.rapport.contacts.contact.OwnCadence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A circle as the API shows it.
 *
 * @param cadence absent when the circle asks for none
 * @param memberCount how many contacts are in it
 */
@Schema(name = "Circle", description = "A named group of contacts")
record CircleView(
        @Schema(required = true, examples = "0199e3a0-5c00-7000-8000-00000000c1c1")
        UUID id,

        @Schema(required = true, examples = "Key clients") String name,
        OwnCadence cadence,

        @Schema(required = true, examples = "80") int priority,
        @Schema(required = true, examples = "12") long memberCount,
        @Schema(required = true, examples = "1") long version,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static CircleView of(Circle circle, long members) {
        return new CircleView(
                circle.id(),
                circle.name(),
                circle.cadence(),
                circle.priority(),
                members,
                circle.version(),
                circle.createdAt(),
                circle.updatedAt());
    }

    /** A page of circles, for the API document. */
    @Schema(name = "CirclePage", description = "One page of circles")
    record Listed(
            @Schema(required = true) List<CircleView> items,

            @Schema(description = "Opaque; give it back as ?cursor=.")
            String next) {}
}
