package dev.rapport.notifier.preference;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A way out for what a member is told, besides the inbox, which shows everything. In JSON: lower case. */
public enum ChannelKind {
    EMAIL,
    WEBHOOK;

    /** The name in JSON and in the database. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
