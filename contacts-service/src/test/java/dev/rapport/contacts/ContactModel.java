package dev.rapport.contacts;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Contacts as anybody would keep them in memory: maps of a few fields, with no thought of how the service does it. */
final class ContactModel {

    private static final List<String> VALUES = List.of("displayName", "title", "organization");
    private static final List<String> LISTS = List.of("emails", "interests");

    private final Map<String, Map<String, Object>> present = new TreeMap<>();
    private final Map<String, Map<String, Object>> deleted = new TreeMap<>();
    private final Map<String, String> merged = new TreeMap<>();
    private final Map<String, Merge> merges = new LinkedHashMap<>();
    private int people;

    private record Merge(
            String survivor,
            Map<String, Object> survivorBefore,
            Map<String, Object> survivorAfter,
            Map<String, Map<String, Object>> others) {}

    Map<String, Map<String, Object>> present() {
        return present;
    }

    List<String> deleted() {
        return List.copyOf(deleted.keySet());
    }

    /** Merged contacts, with whom each leads to in the end, where that one is present. */
    Map<String, String> merged() {
        var leading = new TreeMap<String, String>();
        merged.keySet().forEach(id -> {
            var survivor = merged.get(id);
            while (merged.containsKey(survivor)) {
                survivor = merged.get(survivor);
            }
            if (present.containsKey(survivor)) {
                leading.put(id, survivor);
            }
        });
        return leading;
    }

    /** Somebody whose addresses nobody else has. */
    Map<String, Object> someone(Random random) {
        int number = people++;
        var contact = new HashMap<String, Object>();
        contact.put("displayName", "Person " + number);
        contact.put("emails", List.of("p" + number + "@example.org"));
        contact.put("interests", List.of("interest" + random.nextInt(4)));
        if (random.nextBoolean()) {
            contact.put("title", "Title " + random.nextInt(3));
        }
        if (random.nextBoolean()) {
            contact.put("organization", "Org " + random.nextInt(3));
        }
        return contact;
    }

    Map<String, Object> somePatch(Random random) {
        var patch = new HashMap<String, Object>();
        switch (random.nextInt(3)) {
            case 0 -> patch.put("title", random.nextBoolean() ? null : "Title " + random.nextInt(3));
            case 1 -> patch.put("organization", random.nextBoolean() ? null : "Org " + random.nextInt(3));
            default -> patch.put("interests", List.of("interest" + random.nextInt(4), "chess"));
        }
        return patch;
    }

    void add(String id, Map<String, Object> contact) {
        present.put(id, seen(contact));
    }

    void patch(String id, Map<String, Object> patch) {
        var contact = new TreeMap<>(present.get(id));
        contact.putAll(patch);
        present.put(id, seen(contact));
    }

    void delete(String id) {
        deleted.put(id, present.remove(id));
    }

    void restore(String id) {
        present.put(id, deleted.remove(id));
    }

    void merge(String merge, String survivor, Collection<String> others) {
        var before = present.get(survivor);
        var after = new TreeMap<>(before);
        var gone = new LinkedHashMap<String, Map<String, Object>>();
        for (var other : others) {
            var theirs = present.remove(other);
            gone.put(other, theirs);
            merged.put(other, survivor);
            VALUES.forEach(field -> {
                if (theirs.containsKey(field)) {
                    after.putIfAbsent(field, theirs.get(field));
                }
            });
            LISTS.forEach(field -> {
                var both = new LinkedHashSet<Object>((List<?>) after.get(field));
                both.addAll((List<?>) theirs.get(field));
                after.put(field, List.copyOf(both));
            });
        }
        present.put(survivor, after);
        merges.put(merge, new Merge(survivor, before, after, gone));
    }

    /** The latest merges into survivors that are as the merge left them: undoing these must restore all of them exactly. */
    List<String> undoable() {
        var latest = new TreeMap<String, String>();
        merges.forEach((id, merge) -> latest.put(merge.survivor(), id));
        return latest.values().stream()
                .filter(id -> merges.get(id)
                        .survivorAfter()
                        .equals(present.get(merges.get(id).survivor())))
                .toList();
    }

    void undo(String id) {
        var merge = merges.remove(id);
        present.put(merge.survivor(), merge.survivorBefore());
        merge.others().forEach((other, before) -> {
            merged.remove(other);
            present.put(other, before);
        });
    }

    /** The fields that the model knows, of a contact in whatever form it is shown; what is empty is absent. */
    Map<String, Object> seen(Map<String, Object> contact) {
        var seen = new TreeMap<String, Object>();
        VALUES.forEach(field -> {
            if (contact.get(field) != null) {
                seen.put(field, contact.get(field));
            }
        });
        LISTS.forEach(field -> seen.put(field, contact.get(field)));
        return seen;
    }
}
