package dev.rapport.contacts.importing;

import dev.rapport.contacts.contact.Photo;
import dev.rapport.contacts.format.ImportedPhoto;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What contacts refer to, as one import finds and makes it: for good, or, for a dry run, only in thought. */
interface Surroundings {

    /** The ids of circles of these names; those that are missing are made. Names that no circle can have are left out. */
    Map<String, UUID> circles(Collection<String> names);

    /** Those of these circles that still exist; they stay as they are in this transaction. */
    Set<UUID> existing(Collection<UUID> circles);

    /**
     * Makes the custom fields that are missing; what cannot be one is left out.
     *
     * @param types by the fields' keys
     * @return the fields that are only thought of, so that their values cannot be checked
     */
    Set<String> customFields(Map<String, String> types);

    /** The photo, kept; 400 or 413 when it is none. */
    Photo photo(ImportedPhoto photo);
}
