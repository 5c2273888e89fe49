package dev.rapport.notifier.inbox;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a notification is. In JSON: lower case. */
public enum NotificationCategory {
    /** A reminder became due. */
    REMINDER,
    /** Something that cannot wait for the edition. */
    ALERT,
    /** The edition of the day. */
    EDITION,
    /** Something about Rapport itself: a channel that fails, say. */
    NOTICE;

    /** The name in JSON and in the database. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The category of a name in JSON. */
    public static NotificationCategory of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
