package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a member is reminded of a contact. In JSON: lower snake case. */
public enum ReminderKind {
    KEEP_IN_TOUCH,
    DRIFTING,
    REPLY_OWED,
    FOLLOW_UP,
    CONGRATULATE,
    BIRTHDAY,
    MANUAL;

    /** The name in JSON, for example {@code job_change}. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
