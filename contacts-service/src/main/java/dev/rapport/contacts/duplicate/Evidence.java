package dev.rapport.contacts.duplicate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What speaks for two contacts being one person, or against it. In JSON: lower snake case.
 *
 * <p>Each weight is a match weight of Fellegi and Sunter ("A Theory for Record Linkage", 1969): log2(m/u), where m is how
 * often the two agree so when they are one person, and u how often when they are two. The weights here are set by hand on that
 * scale, not fitted: u of an address as for one in a thousand pairs that share a name, of a name as for one in a hundred.
 */
public enum Evidence {
    SAME_HANDLE(11),
    SAME_EMAIL(10),
    SAME_PHONE(9),
    /** An address of an office rather than of a person, such as info@. */
    SAME_ROLE_ADDRESS(5),
    SAME_NAME(7),
    SIMILAR_NAME(4),
    SAME_BIRTHDAY(5),
    SAME_ORGANIZATION(3),
    /** Who marries may change the family name. */
    DIFFERENT_FAMILY_NAME(-2),
    /** Families share addresses. */
    DIFFERENT_GIVEN_NAME(-5),
    DIFFERENT_NAME_SUFFIX(-4),
    DIFFERENT_BIRTHDAY(-8);

    private final int bits;

    Evidence(int bits) {
        this.bits = bits;
    }

    /** Its weight in bits: each doubles the odds, a negative one halves them. */
    int bits() {
        return bits;
    }

    boolean speaksFor() {
        return bits > 0;
    }

    /** The name in JSON and in the database. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** That of {@link #json()}. */
    static Evidence of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
