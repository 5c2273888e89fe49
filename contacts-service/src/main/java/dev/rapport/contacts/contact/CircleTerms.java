package dev.rapport.contacts.contact;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What being in a circle means for a contact.
 *
 * @param cadence null when the circle has none
 * @param priority 0 to 100
 */
public record CircleTerms(OwnCadence cadence, int priority) {

    /** The circles of the caller's workspace, as contacts need to know them. */
    public interface Book {

        /**
         * The terms of those circles that exist. They stay as they are until the transaction under way ends, so that no
         * contact is told by terms that have just changed.
         */
        Map<UUID, CircleTerms> held(Collection<UUID> circles);
    }
}
