package dev.rapport.engagement.unmatched;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The orders of groups; each is an index. */
@Schema(name = "UnmatchedOrder")
public enum Order {
    /** Who waits most often first. */
    COUNT,
    /** Who was last heard of first. */
    NEWEST;

    /** The name in JSON. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
