package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rapport.events.Relationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What several contacts say of one person, as one: the survivor's value where it has one, else the first other's. Lists are
 * united, the survivor's items first; labels and custom fields key by key; notes are joined. Only where the survivor has no
 * name at all does it take another's display name. Pure; the result may be longer than contacts may be.
 */
public final class UnitedDetails {

    private static final String NOTES = "notes";
    private static final String LABELS = "labels";
    private static final String DISPLAY_NAME = "displayName";
    private static final String INTRODUCED_BY = "introducedBy";
    private static final String RELATIONSHIP = "relationship";
    private static final Set<String> BY_KEY = Set.of(LABELS, "customFields");
    private static final Set<String> NAMES = Set.of("givenName", "familyName", "nickname");
    private static final String BETWEEN_NOTES = "\n\n";

    private UnitedDetails() {}

    /**
     * One of those that are united.
     *
     * @param id null for one that is not stored
     */
    public record Part(UUID id, ContactDetails details) {}

    /**
     * All of them as one, in the normal form.
     *
     * @param choose the part whose value to take, by the name of the field
     */
    public static ContactDetails of(Part survivor, List<Part> others, Map<String, UUID> choose) {
        var parts = Stream.concat(Stream.of(survivor), others.stream()).toList();
        var trees = parts.stream().map(part -> tree(part, parts)).toList();
        var fields = new TreeSet<String>();
        trees.forEach(tree -> tree.fieldNames().forEachRemaining(fields::add));
        var united = JsonNodeFactory.instance.objectNode();
        for (var field : fields) {
            var heard = IntStream.range(0, parts.size())
                    .filter(i -> choose.containsKey(field)
                            ? choose.get(field).equals(parts.get(i).id())
                            : i == 0 || !field.equals(DISPLAY_NAME) || !hasName(trees.get(0)))
                    .mapToObj(i -> trees.get(i).get(field))
                    .filter(Objects::nonNull)
                    .toList();
            if (!heard.isEmpty()) {
                united.set(field, united(field, heard));
            }
        }
        return normal(united);
    }

    /** The details of this tree in the normal form; labels of addresses that are not there are left out. */
    public static ContactDetails normal(ObjectNode tree) {
        var details = DetailsJson.read(tree, ContactDetails.class);
        if (tree.path(LABELS).isObject()) {
            var labelled = new LinkedHashSet<>(details.addresses());
            labelled.addAll(details.websites());
            ObjectNode labels = tree.path(LABELS).deepCopy();
            tree.set(LABELS, labels.retain(labelled));
            details = DetailsJson.read(tree, ContactDetails.class);
        }
        return ContactNorm.of(details, details.owner(), details.customFields());
    }

    /** What it says; nobody was introduced by themselves, and {@code other} is no relationship to prefer. */
    private static ObjectNode tree(Part part, List<Part> all) {
        var tree = DetailsJson.tree(part.details());
        if (all.stream()
                .anyMatch(it -> it.id() != null && it.id().equals(part.details().introducedBy()))) {
            tree.remove(INTRODUCED_BY);
        }
        if (part.details().relationship() == Relationship.OTHER) {
            tree.remove(RELATIONSHIP);
        }
        return tree;
    }

    private static boolean hasName(ObjectNode tree) {
        return NAMES.stream().anyMatch(tree::has) || tree.has(DISPLAY_NAME);
    }

    private static JsonNode united(String field, List<JsonNode> values) {
        if (field.equals(NOTES)) {
            return joined(values);
        }
        if (BY_KEY.contains(field)) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            values.forEach(value -> value.properties().forEach(it -> {
                if (!all.has(it.getKey())) {
                    all.set(it.getKey(), it.getValue());
                }
            }));
            return all;
        }
        return values.get(0).isArray() ? items(values) : values.get(0);
    }

    private static JsonNode items(Collection<JsonNode> lists) {
        var items = new LinkedHashSet<JsonNode>();
        lists.forEach(list -> list.forEach(items::add));
        return JsonNodeFactory.instance.arrayNode().addAll(new ArrayList<>(items));
    }

    /** Notes that the others contain already are not repeated. */
    private static JsonNode joined(Collection<JsonNode> notes) {
        var joined = "";
        for (var note : notes) {
            var text = note.asText();
            var whole = BETWEEN_NOTES + joined + BETWEEN_NOTES;
            if (!whole.contains(BETWEEN_NOTES + text + BETWEEN_NOTES)) {
                joined = joined.isEmpty() ? text : joined + BETWEEN_NOTES + text;
            }
        }
        return TextNode.valueOf(joined);
    }
}
