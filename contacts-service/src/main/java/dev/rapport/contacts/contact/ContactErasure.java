package dev.rapport.contacts.contact;

import dev.rapport.api.precondition.IfMatch;
import java.util.UUID;

/** Forgets contacts for good: what a deletion can ask for instead of the bin. */
public interface ContactErasure {

    /**
     * Erases the contact, and every contact that was merged with it, also out of the bin. 404 for an unknown contact, 412
     * for another version than expected.
     */
    Started erase(UUID id, IfMatch expected);

    /**
     * An erasure.
     *
     * @param view of it in the API
     */
    record Started(UUID id, Object view) {}
}
