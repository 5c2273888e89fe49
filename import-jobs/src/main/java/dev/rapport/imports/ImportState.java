package dev.rapport.imports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an import is. In JSON: lower case. */
public enum ImportState {
    WAITING,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED;

    /** The name in JSON and in the database. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state with this name in JSON. */
    @JsonCreator
    public static ImportState of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing more will happen. */
    public boolean isOver() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }
}
