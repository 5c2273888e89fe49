package dev.rapport.contacts.importing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.problem.Problem.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Takes what is not valid out of a contact, and no more than that. */
final class Drops {

    private static final Pattern PATH = Pattern.compile("([A-Za-z]+)(?:\\[(\\d+)\\])?(?:\\.(.+))?");
    private static final Pattern ELEMENT = Pattern.compile("[A-Za-z]+\\[(\\d+)\\].*");

    private Drops() {}

    /**
     * Removes the fields, or the elements of lists, that these violations name.
     *
     * @return whether anything was there to be removed
     */
    static boolean apply(ObjectNode contact, List<Violation> violations) {
        boolean isDropped = false;
        for (var violation : fromTheEnd(violations)) {
            isDropped |= drop(contact, violation.field());
        }
        return isDropped;
    }

    /** Removes the whole fields that these violations name. */
    static boolean fields(ObjectNode contact, List<Violation> violations) {
        boolean isDropped = false;
        for (var violation : violations) {
            var path = PATH.matcher(violation.field());
            isDropped |= path.matches() && remove(contact, path.group(1));
        }
        return isDropped;
    }

    /** Elements go from the end of their list, so that the indexes of the others stay true; each once. */
    private static List<Violation> fromTheEnd(List<Violation> violations) {
        return violations.stream()
                .sorted(Comparator.comparing(Drops::index).reversed())
                .toList();
    }

    private static Integer index(Violation violation) {
        var element = ELEMENT.matcher(violation.field());
        return element.matches() ? Integer.valueOf(element.group(1)) : -1;
    }

    private static boolean drop(ObjectNode contact, String field) {
        var path = PATH.matcher(field);
        if (!path.matches()) {
            return false;
        }
        var value = contact.get(path.group(1));
        if (path.group(2) != null && value instanceof ArrayNode list) {
            return dropElement(contact, list, Integer.parseInt(path.group(2)));
        }
        if (path.group(3) != null && value instanceof ObjectNode object && object.has(path.group(3))) {
            object.remove(path.group(3));
            return true;
        }
        return remove(contact, path.group(1));
    }

    /** An address takes its label with it. */
    private static boolean dropElement(ObjectNode contact, ArrayNode list, int index) {
        var element = list.remove(index);
        if (element != null && contact.get("labels") instanceof ObjectNode labels) {
            labels.remove(element.asText());
            labels.remove(element.asText().strip());
        }
        return element != null;
    }

    private static boolean remove(ObjectNode contact, String field) {
        var value = contact.remove(field);
        if (value instanceof ArrayNode list && contact.get("labels") instanceof ObjectNode labels) {
            list.forEach(element -> labels.remove(element.asText().strip()));
        }
        return value != null;
    }
}
