package dev.rapport.notifier.edition;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an edition is shown. */
public enum EditionFormat {
    JSON,
    HTML;

    /** The name in requests: lower case. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a name; JAX-RS finds this. */
    public static EditionFormat fromString(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
