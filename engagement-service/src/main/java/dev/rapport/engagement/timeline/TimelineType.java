package dev.rapport.engagement.timeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be on a timeline. In JSON: lower case. */
public enum TimelineType {
    INTERACTION,
    SIGNAL;

    /** The name in JSON. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
