package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Something seen about a contact that gives a reason to reach out or to read. In JSON: lower snake case. */
public enum SignalKind {
    POST,
    JOB_CHANGE,
    PROMOTION,
    DEGREE,
    NEW_PICTURE,
    BIRTHDAY,
    ANNIVERSARY,
    MILESTONE,
    /** Any kind that this reader is too old to know. */
    @JsonEnumDefaultValue
    OTHER;

    /** The name in JSON, for example {@code job_change}. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
