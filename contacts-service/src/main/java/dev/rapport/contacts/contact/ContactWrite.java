package dev.rapport.contacts.contact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One contact before and after a change.
 *
 * @param before as the change found it; null for a new contact
 * @param after at the next version
 */
public record ContactWrite(Kind kind, Contact before, Contact after) {

    /** What became of a contact. In JSON: lower case. */
    public enum Kind {
        ADDED,
        CHANGED,
        DELETED,
        RESTORED,
        MERGED,
        UNMERGED,
        ERASED;

        /** The name in JSON and in the database. */
        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A new contact. */
    public static ContactWrite added(Contact contact) {
        return new ContactWrite(Kind.ADDED, null, contact);
    }

    /** A contact whose details, or what they refer to, are others. */
    public static ContactWrite changed(Contact before, Contact after) {
        return new ContactWrite(Kind.CHANGED, before, after);
    }
}
