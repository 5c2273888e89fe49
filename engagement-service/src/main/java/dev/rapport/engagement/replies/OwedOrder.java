package dev.rapport.engagement.replies;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In which order replies owed are told. */
public enum OwedOrder {
    /** What has waited for longest first. */
    OLDEST,
    /** The strongest tie first. */
    RELEVANCE;

    /** The name in JSON. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
