package dev.rapport.contacts.importing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to do with a record whose contact exists. In JSON: lower case. */
@Schema(name = "ContactImportExisting")
public enum Existing {
    /** Fill what is empty, unite lists, change nothing that is known. */
    FILL,
    /** Apply what the file states; bring a deleted contact back. */
    OVERWRITE,
    /** Leave the contact as it is. */
    SKIP;

    /** The name in JSON. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice with this name; throws {@link IllegalArgumentException} for an unknown one. */
    @JsonCreator
    public static Existing of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return json();
    }
}
