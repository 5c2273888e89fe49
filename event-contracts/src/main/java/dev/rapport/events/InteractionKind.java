package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What passed between a contact and its owner. In JSON: lower snake case. */
public enum InteractionKind {
    MESSAGE,
    EMAIL,
    CALL,
    MEETING,
    NOTE,
    COMPLIMENT,
    INTRODUCTION,
    REFERRAL,
    COMMENT,
    REACTION,
    PITCH,
    /** Anything else, and any kind that this reader is too old to know. */
    @JsonEnumDefaultValue
    OTHER;

    /** The name in JSON, for example {@code job_change}. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
