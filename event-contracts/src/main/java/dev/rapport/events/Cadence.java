package dev.rapport.events;

import java.time.Period;
import java.util.List;

/**
 * How often the owner wants to be in touch with a contact.
 *
 * @param ideal the wished gap between two counting interactions, ISO-8601, for example {@code P30D}
 * @param longest the longest acceptable gap, never shorter than the ideal one
 * @param counting the kinds of interaction that count; empty means any
 */
public record Cadence(Period ideal, Period longest, List<InteractionKind> counting) {

    public Cadence {
        counting = counting == null ? List.of() : List.copyOf(counting);
    }

    /** Whether an interaction of this kind counts as being in touch. A pitch never does. */
    public boolean counts(InteractionKind kind) {
        return kind != InteractionKind.PITCH && (counting.isEmpty() || counting.contains(kind));
    }
}
