package dev.rapport.engagement.relevance;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which order the ranking tells contacts. */
@Schema(name = "RelevanceOrder")
public enum Order {
    STRONGEST("strongest", Sort.STRONGEST),
    WEAKEST("weakest", Sort.WEAKEST),
    COOLING_FASTEST("coolingFastest", Sort.COOLING_FASTEST),
    LONGEST_SILENT("longestSilent", Sort.LONGEST_SILENT),
    /** Running conversations first: made of two sorts. */
    NOW("now", null);

    private final String json;
    private final Sort sort;

    Order(String json, Sort sort) {
        this.json = json;
        this.sort = sort;
    }

    /** What makes it alone; null for {@link #NOW}. */
    Sort sort() {
        return sort;
    }

    /** The name in JSON. */
    @JsonValue
    public String json() {
        return json;
    }
}
