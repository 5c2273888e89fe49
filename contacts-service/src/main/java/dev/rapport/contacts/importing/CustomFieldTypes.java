package dev.rapport.contacts.importing;

import dev.rapport.contacts.customfield.FieldType;
import java.util.Map;
import java.util.Set;

/** The custom fields of the caller's workspace, as imports need to know them. */
interface CustomFieldTypes {

    /** The keys that the workspace has. */
    Set<String> known();

    /** Makes those fields that the workspace does not have, in the transaction under way; 400 or 409 when it cannot. */
    void ensure(Map<String, FieldType> wanted);
}
