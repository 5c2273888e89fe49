package dev.rapport.contacts.contact;

import dev.rapport.events.Cadence;
import dev.rapport.events.InteractionKind;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Period;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The cadence set for one contact itself.
 *
 * @param ideal the wished gap between two counting interactions
 * @param longest the longest acceptable gap; the ideal one when a client leaves it out
 * @param counting the kinds of interaction that count; empty means any
 */
@Embeddable
@Schema(name = "Cadence", description = "How often the owner wants to be in touch")
record OwnCadence(
        @Column(name = "cadence_ideal")
        @Schema(type = SchemaType.STRING, format = "duration", examples = "P30D", required = true)
        Period ideal,

        @Column(name = "cadence_longest") @Schema(type = SchemaType.STRING, format = "duration", examples = "P45D")
        Period longest,

        @Column(name = "cadence_counting") @Enumerated(EnumType.STRING) @Schema(examples = "[\"call\", \"meeting\"]")
        List<InteractionKind> counting) {

    OwnCadence {
        counting = counting == null ? List.of() : counting.stream().distinct().toList();
    }

    /** The same cadence with its longest gap filled in. */
    OwnCadence complete() {
        return longest == null ? new OwnCadence(ideal, ideal, counting) : this;
    }

    Cadence published() {
        return new Cadence(ideal, longest, counting);
    }
}
