package dev.rapport.notifier.feed;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a feed shows. In JSON: lower case. */
public enum FeedKind {
    /** Open reminders as an iCalendar. */
    REMINDERS_ICAL(".ics"),
    /** The last editions as an Atom feed. */
    EDITIONS_ATOM(".atom");

    private final String suffix;

    FeedKind(String suffix) {
        this.suffix = suffix;
    }

    /** How its address ends. */
    String suffix() {
        return suffix;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FeedKind of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
