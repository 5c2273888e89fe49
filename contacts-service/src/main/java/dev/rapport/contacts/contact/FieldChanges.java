package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;

/** What a change did to each field: {@code {"title": {"from": "Engineer", "to": "CTO"}}}; absent is what was, or is, empty. */
final class FieldChanges {

    private FieldChanges() {}

    /** The fields that differ, by their names in the API; empty when none does. A merge shows as {@code mergedInto}. */
    static ObjectNode between(Contact before, Contact after) {
        var from = DetailsJson.tree(before.details());
        var to = DetailsJson.tree(after.details());
        putMerge(from, before);
        putMerge(to, after);
        var names = new TreeSet<String>();
        from.fieldNames().forEachRemaining(names::add);
        to.fieldNames().forEachRemaining(names::add);
        var changes = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            var was = from.get(name);
            var is = to.get(name);
            if (was == null || !was.equals(is)) {
                put(put(changes.putObject(name), "from", was), "to", is);
            }
        }
        return changes;
    }

    private static void putMerge(ObjectNode fields, Contact contact) {
        if (contact.mergedInto() != null) {
            fields.put("mergedInto", contact.mergedInto().toString());
        }
    }

    private static ObjectNode put(ObjectNode change, String side, JsonNode value) {
        return value == null ? change : change.set(side, value);
    }
}
