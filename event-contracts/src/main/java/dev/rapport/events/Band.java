package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How strong a tie is, in words; strongest first. In JSON: lower case. */
public enum Band {
    CLOSE,
    ACTIVE,
    WARM,
    COOLING,
    DORMANT;

    /** The name in JSON, for example {@code close}. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this band is the other one or a stronger one. */
    public boolean atLeast(Band other) {
        return compareTo(other) <= 0;
    }
}
