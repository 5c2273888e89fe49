package dev.rapport.contacts.contact;

import dev.rapport.events.Cadence;
import dev.rapport.events.InteractionKind;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A cadence as an owner sets it, for one contact or for a circle.
 *
 * @param ideal the wished gap between two counting interactions
 * @param longest the longest acceptable gap; the ideal one when a client leaves it out
 * @param counting the kinds of interaction that count; empty means any
 */
@Schema(name = "Cadence", description = "How often the owner wants to be in touch")
public record OwnCadence(
        @Schema(type = SchemaType.STRING, format = "duration", examples = "P30D", required = true)
        Period ideal,

        @Schema(type = SchemaType.STRING, format = "duration", examples = "P45D")
        Period longest,

        @Schema(examples = "[\"call\", \"meeting\"]") List<InteractionKind> counting) {

    /** By the ideal gap, then by the longest: what is due first comes first. */
    static final Comparator<OwnCadence> SHORTEST_FIRST = Comparator.<OwnCadence>comparingDouble(
                    it -> CadenceFault.days(it.ideal()))
            .thenComparingDouble(it -> CadenceFault.days(it.complete().longest()));

    public OwnCadence {
        counting = counting == null ? List.of() : counting.stream().distinct().toList();
    }

    /** The same cadence with its longest gap filled in. */
    public OwnCadence complete() {
        return longest == null ? new OwnCadence(ideal, ideal, counting) : this;
    }

    /** The cadence in events. */
    public Cadence published() {
        return new Cadence(ideal, longest, counting);
    }
}
