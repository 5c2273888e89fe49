package dev.rapport.contacts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Puts what a file says of a contact together with what is known of it. Both are details in their normal form, as JSON. */
final class Combine {

    private static final String DISPLAY_NAME = "displayName";
    private static final String LABELS = "labels";
    private static final String CIRCLES = "circles";
    private static final Set<String> BY_KEY = Set.of(LABELS, "customFields");

    private Combine() {}

    /**
     * What is known, with its gaps filled and its lists extended.
     *
     * @param stated what the file says; a null means nothing
     */
    static ObjectNode fill(ObjectNode known, ObjectNode stated) {
        var filled = known.deepCopy();
        for (var field : stated.properties()) {
            var name = field.getKey();
            var value = field.getValue();
            if (value instanceof ArrayNode list) {
                unite(filled, name, list);
            } else if (BY_KEY.contains(name)) {
                addKeys(filled, name, value, false);
            } else if (!value.isNull() && isGap(filled, name)) {
                filled.set(name, value);
            }
        }
        return labelled(filled);
    }

    /**
     * What the file says, and beyond that what is known. Circles, labels and custom fields come to those that are known, as no
     * file has all of them.
     *
     * @param stated what the file says; a null takes the field away
     */
    static ObjectNode overwrite(ObjectNode known, ObjectNode stated) {
        var written = known.deepCopy();
        for (var field : stated.properties()) {
            var name = field.getKey();
            var value = field.getValue();
            if (name.equals(CIRCLES)) {
                unite(written, name, (ArrayNode) value);
            } else if (BY_KEY.contains(name)) {
                addKeys(written, name, value, true);
            } else if (value.isNull()) {
                written.remove(name);
            } else {
                written.set(name, value);
            }
        }
        return labelled(written);
    }

    /** A name that is known in its parts needs no other; nobody's relationship is known as "other". */
    private static boolean isGap(ObjectNode contact, String field) {
        return switch (field) {
            case DISPLAY_NAME ->
                Stream.of(DISPLAY_NAME, "givenName", "middleName", "familyName").noneMatch(contact::hasNonNull);
            case "relationship" -> contact.path(field).asText("other").equals("other");
            case "owner" -> false;
            default -> !contact.hasNonNull(field);
        };
    }

    private static void unite(ObjectNode contact, String field, ArrayNode more) {
        var list = contact.withArray(field);
        var known = new HashSet<JsonNode>();
        list.forEach(known::add);
        more.forEach(it -> {
            if (known.add(it)) {
                list.add(it);
            }
        });
    }

    private static void addKeys(ObjectNode contact, String field, JsonNode more, boolean isStronger) {
        var object = contact.withObjectProperty(field);
        more.properties().forEach(it -> {
            if (isStronger || !object.has(it.getKey())) {
                object.set(it.getKey(), it.getValue());
            }
        });
    }

    /** A label of an address that is gone goes too. */
    private static ObjectNode labelled(ObjectNode contact) {
        var addresses = new HashSet<String>();
        Stream.of("emails", "phones", "handles", "websites")
                .forEach(field -> contact.path(field).forEach(it -> addresses.add(it.asText())));
        if (contact.get(LABELS) instanceof ObjectNode labels) {
            labels.retain(addresses);
        }
        return contact;
    }
}
