package dev.rapport.notifier.planning;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a reminder stands. In JSON: lower case. */
public enum ReminderState {
    /** Waits for its time. */
    SCHEDULED,
    /** The member was told. */
    DUE,
    /** The member wants to be told again later. */
    SNOOZED,
    /** The member did it. */
    DONE,
    /** The member does not want to do it. */
    DISMISSED,
    /** It took care of itself: an interaction answered it, or its contact is gone. */
    RESOLVED;

    /** The name in JSON and in the database. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a name in JSON. */
    public static ReminderState of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }

    /** Whether it is still to be dealt with. */
    public boolean isOpen() {
        return this == SCHEDULED || this == DUE || this == SNOOZED;
    }
}
