package dev.rapport.contacts.contact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;

/**
 * Who changed contacts, and by what.
 *
 * @param member who did it
 * @param cause by what
 * @param causeId the import, merge, circle or erasure that did it; null for a plain request
 */
public record Origin(String member, Cause cause, UUID causeId) {

    /** By what contacts are changed. In JSON: lower case. */
    public enum Cause {
        REQUEST,
        IMPORT,
        MERGE,
        MERGE_UNDONE,
        CIRCLE,
        CUSTOM_FIELD,
        ERASURE;

        /** The name in JSON and in the database. */
        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A member's own request. */
    public static Origin request(String member) {
        return new Origin(member, Cause.REQUEST, null);
    }
}
