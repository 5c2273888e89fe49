package dev.rapport.contacts.importing;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The circles of the caller's workspace by what files call them; case does not matter. */
interface CirclesByName {

    /** The ids of those that exist, by the names as they were asked for. */
    Map<String, UUID> find(Collection<String> names);

    /** Adds those that do not exist, in the transaction under way; 400 for a name that no circle can have. */
    void ensure(Collection<String> names);
}
