package dev.rapport.notifier.preference;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What happens on a day on which nothing is worth a look. In JSON: lower case. */
public enum EmptyEdition {
    /** There is no edition that day. */
    SKIP,
    /** The edition says that nothing needs the member today. */
    SEND;

    /** The name in JSON and in the database. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The policy of a name in JSON. */
    public static EmptyEdition of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
