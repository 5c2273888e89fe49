package dev.rapport.contacts.contact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What to do with a new contact one of whose emails, phones or handles a contact of the workspace has already. */
public enum OnDuplicate {
    /** Add it all the same. */
    ALLOW,
    /** Add nothing; answer 409. */
    REFUSE,
    /** Add what it says to the contact that there is. */
    MERGE;

    /** The name in JSON. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
