package dev.rapport.contacts.merging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.UnitedDetails;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * Takes a merge back from under what came after it. Pure: what it makes of details depends on nothing else.
 *
 * <p>A three-way merge per field. Where nothing was edited since the merge, the value is exactly what it was before; a field
 * that the merge had left alone keeps its later value; any other goes back. Lists, labels and custom fields are compared item
 * by item, so that what was added or removed later stays so; notes keep what was written below them later.
 */
final class Rebase {

    private static final String NOTES = "notes";
    private static final Set<String> BY_KEY = Set.of("labels", "customFields");

    private Rebase() {}

    /**
     * What became of merges and survivor.
     *
     * @param later the later merges as if the undone one had never been
     * @param survivor its details
     */
    record Outcome(List<Merge> later, ContactDetails survivor) {}

    /**
     * The survivor without one of its merges. Later merges are made again, of what the earlier one had not touched, so that
     * undoing all of them, in whatever order, leads to what was there before.
     *
     * @param later the standing merges into the same survivor after this one, in their order
     */
    static Outcome without(Merge undone, List<Merge> later, ContactDetails present) {
        var base = undone.after();
        var ours = undone.before();
        var replayed = new ArrayList<Merge>();
        for (var merge : later) {
            var again = merge.replayed(apply(base, merge.before(), ours));
            base = merge.after();
            ours = again.after();
            replayed.add(again);
        }
        return new Outcome(List.copyOf(replayed), apply(base, present, ours));
    }

    /** What has become of the base elsewhere, done to ours too; ours where the two cannot be brought together. */
    static ContactDetails apply(ContactDetails base, ContactDetails edited, ContactDetails ours) {
        if (edited.equals(base)) {
            return ours;
        }
        var rebased =
                UnitedDetails.normal(fields(DetailsJson.tree(base), DetailsJson.tree(edited), DetailsJson.tree(ours)));
        return rebased.hasName() ? rebased : ours;
    }

    private static ObjectNode fields(JsonNode base, JsonNode edited, JsonNode ours) {
        var names = new TreeSet<String>();
        List.of(base, edited, ours).forEach(tree -> tree.fieldNames().forEachRemaining(names::add));
        var result = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            var value = field(name, base.get(name), edited.get(name), ours.get(name));
            if (value != null) {
                result.set(name, value);
            }
        }
        return result;
    }

    private static JsonNode field(String name, JsonNode base, JsonNode edited, JsonNode ours) {
        if (same(edited, base)) {
            return ours;
        }
        if (same(ours, base)) {
            return edited;
        }
        if (BY_KEY.contains(name)) {
            return fields(orEmpty(base), orEmpty(edited), orEmpty(ours));
        }
        if (isList(base) || isList(edited) || isList(ours)) {
            return items(base, edited, ours);
        }
        return name.equals(NOTES) ? notes(base, edited, ours) : ours;
    }

    private static JsonNode items(JsonNode base, JsonNode edited, JsonNode ours) {
        var removed = items(base);
        removed.removeAll(items(edited));
        var added = items(edited);
        added.removeAll(items(base));
        var items = items(ours);
        items.removeAll(removed);
        items.addAll(added);
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }

    private static JsonNode notes(JsonNode base, JsonNode edited, JsonNode ours) {
        if (base == null || edited == null || !edited.asText().startsWith(base.asText())) {
            return ours;
        }
        var below = edited.asText().substring(base.asText().length());
        return TextNode.valueOf(ours == null ? below.stripLeading() : ours.asText() + below);
    }

    private static Set<JsonNode> items(JsonNode list) {
        var items = new LinkedHashSet<JsonNode>();
        if (list != null) {
            StreamSupport.stream(list.spliterator(), false).forEach(items::add);
        }
        return items;
    }

    private static boolean isList(JsonNode value) {
        return value instanceof ArrayNode;
    }

    private static JsonNode orEmpty(JsonNode value) {
        return value == null ? JsonNodeFactory.instance.objectNode() : value;
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one == null ? other == null : one.equals(other);
    }
}
