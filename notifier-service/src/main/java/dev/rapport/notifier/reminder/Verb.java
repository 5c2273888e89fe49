package dev.rapport.notifier.reminder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sorts of what a member does with reminders. In JSON: lower case. */
@Schema(name = "ReminderAction")
public enum Verb {
    DONE,
    SNOOZE,
    DISMISS,
    /** This occurrence only. */
    SKIP;

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
