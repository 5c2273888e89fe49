package dev.rapport.contacts.format;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Names, and where the contact works. */
final class CardNames {

    private static final List<String> PARTS =
            List.of("familyName", "givenName", "middleName", "namePrefix", "nameSuffix");

    private final Draft draft;
    private boolean hasName;
    private boolean hasOrganization;

    CardNames(Draft draft) {
        this.draft = draft;
    }

    void addTo(Map<String, BiConsumer<CardProperty, String>> readers) {
        readers.put("FN", (it, label) -> text(it, "displayName"));
        readers.put("N", (it, label) -> name(it));
        readers.put("NICKNAME", (it, label) -> nickname(it));
        readers.put("X-PHONETIC-FIRST-NAME", (it, label) -> text(it, "phoneticGivenName"));
        readers.put("X-PHONETIC-LAST-NAME", (it, label) -> text(it, "phoneticFamilyName"));
        readers.put("ORG", (it, label) -> organization(it));
        readers.put("TITLE", (it, label) -> text(it, "title"));
    }

    /** What somebody does is as good as a title, if the card has none. */
    static void roleAsTitle(Draft draft, List<CardProperty> properties) {
        for (var property : properties) {
            if (property.name().equals("ROLE") && !property.value().isBlank()) {
                draft.text(property.line(), "title", property.text());
            }
        }
    }

    private void text(CardProperty property, String field) {
        draft.text(property.line(), field, property.text());
    }

    /** A second name is the same one in another writing (ALTID), or an error. */
    private void name(CardProperty property) {
        var parts = property.parts(" ");
        if (hasName) {
            draft.fault(
                    property.line(),
                    "name",
                    String.join(" ", parts),
                    "was left out: the contact has another one already");
            return;
        }
        for (int i = 0; i < Math.min(parts.size(), PARTS.size()); i++) {
            draft.text(property.line(), PARTS.get(i), parts.get(i));
            hasName |= !parts.get(i).isEmpty();
        }
    }

    private void nickname(CardProperty property) {
        for (var name : property.list()) {
            draft.text(property.line(), "nickname", name);
        }
    }

    private void organization(CardProperty property) {
        var parts = property.parts(", ");
        if (hasOrganization) {
            draft.fault(
                    property.line(), "organization", parts.get(0), "was left out: the contact has another one already");
            return;
        }
        draft.text(property.line(), "organization", parts.get(0));
        var departments = parts.subList(1, parts.size()).stream()
                .filter(it -> !it.isEmpty())
                .toList();
        draft.text(property.line(), "department", String.join(", ", departments));
        hasOrganization = draft.has("organization") || draft.has("department");
    }
}
