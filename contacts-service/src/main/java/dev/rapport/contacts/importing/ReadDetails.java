package dev.rapport.contacts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.ContactReader;
import dev.rapport.contacts.contact.DetailsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads contacts as strictly as requests do, but for what only the service itself can state. */
@ApplicationScoped
class ReadDetails {

    private static final String CUSTOM_FIELDS = "customFields";

    /** A photo that is kept, and an introducer who may not be written yet. */
    private static final Set<String> TRUSTED = Set.of("photo", "introducedBy");

    private final ContactReader reader;

    @Inject
    ReadDetails(ContactReader reader) {
        this.reader = reader;
    }

    /**
     * The details in this tree, in the normal form, as they would be read from the database; 400 naming the fields when they
     * are none.
     *
     * @param unchecked custom fields that do not exist yet
     */
    ContactDetails read(ObjectNode tree, Set<String> unchecked) {
        var checked = tree.deepCopy();
        var trusted = taken(checked, TRUSTED);
        var values = checked.get(CUSTOM_FIELDS) instanceof ObjectNode fields
                ? taken(fields, unchecked)
                : Map.<String, JsonNode>of();
        var details = DetailsJson.tree(reader.read(checked));
        details.setAll(trusted);
        if (!values.isEmpty()) {
            details.withObjectProperty(CUSTOM_FIELDS).setAll(values);
        }
        return DetailsJson.read(DetailsJson.write(details), ContactDetails.class);
    }

    private static Map<String, JsonNode> taken(ObjectNode from, Set<String> fields) {
        var taken = new HashMap<String, JsonNode>();
        for (var field : fields) {
            var value = from.remove(field);
            if (value != null && !value.isNull()) {
                taken.put(field, value);
            }
        }
        return taken;
    }
}
