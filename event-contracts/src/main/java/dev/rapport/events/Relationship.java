package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a contact is to its owner. In JSON: lower snake case. */
public enum Relationship {
    CLIENT,
    PARTNER,
    PEER,
    PROSPECT,
    MENTOR,
    /** Anything else, and any relationship that this reader is too old to know. */
    @JsonEnumDefaultValue
    OTHER;

    /** The name in JSON, for example {@code job_change}. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
