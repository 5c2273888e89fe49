package dev.rapport.contacts.duplicate;

import dev.rapport.contacts.contact.PersonName;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * What two names tell. Words are compared by Jaro and Winkler's measure (Winkler, "String Comparator Metrics and Enhanced
 * Decision Rules in the Fellegi-Sunter Model of Record Linkage", 1990), given names with given names or, where the order
 * was mixed up, with family names.
 */
final class NameLikeness {

    /** From here on one word is a slip of the pen of the other: jon and john are at 0.93, smith and smyth just above it. */
    private static final double SIMILAR = 0.89;
    /** Below they are two names: jane and john are at 0.70, but mary and mark, of whom nothing is said, at 0.88. */
    private static final double DIFFERENT = 0.8;

    private static final JaroWinklerSimilarity MEASURE = new JaroWinklerSimilarity();

    private NameLikeness() {}

    /** What the names say; empty when one is unknown, or when they neither agree nor differ enough. */
    static Optional<Evidence> of(PersonName one, PersonName other) {
        if (one.given() == null || other.given() == null) {
            return Optional.empty();
        }
        if (Set.copyOf(one.words()).equals(Set.copyOf(other.words()))) {
            return Optional.of(Evidence.SAME_NAME);
        }
        double given = given(one.given(), other.given());
        double family = similarity(one.family(), other.family());
        double swapped = Math.min(similarity(one.given(), other.family()), similarity(one.family(), other.given()));
        return judged(given, family, swapped);
    }

    private static Optional<Evidence> judged(double given, double family, double swapped) {
        double straight = Math.min(given, family);
        if (straight == 1) {
            return Optional.of(Evidence.SAME_NAME);
        }
        if (Math.max(straight, swapped) >= SIMILAR) {
            return Optional.of(Evidence.SIMILAR_NAME);
        }
        if (given < DIFFERENT) {
            return Optional.of(Evidence.DIFFERENT_GIVEN_NAME);
        }
        return family < DIFFERENT ? Optional.of(Evidence.DIFFERENT_FAMILY_NAME) : Optional.empty();
    }

    /** An initial is like any name that begins so. */
    private static double given(String one, String other) {
        boolean initial = one.length() == 1 || other.length() == 1;
        return initial && one.charAt(0) == other.charAt(0) && !one.equals(other) ? SIMILAR : similarity(one, other);
    }

    /** The measure of two words of the same length may depend on their order: they are put into one. */
    private static double similarity(String one, String other) {
        return one.compareTo(other) <= 0 ? MEASURE.apply(one, other) : MEASURE.apply(other, one);
    }
}
