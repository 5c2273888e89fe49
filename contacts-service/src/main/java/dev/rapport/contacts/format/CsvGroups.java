package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What several cells of a row say together. */
final class CsvGroups {

    private static final Map<String, String> ADDRESS_PARTS = Map.of(
            "city", "locality",
            "po box", "postBox",
            "postal code", "postalCode",
            "extended address", "extended",
            "type", "label");

    private static final Pattern SEVERAL_EMAILS =
            Pattern.compile("[^\\s;,<>]+@[^\\s;,<>]+(\\s*[;,]\\s*[^\\s;,<>]+@[^\\s;,<>]+)+");

    /** The pattern is slow on long texts. */
    private static final int LONGEST_LIST = 5_000;

    private final Draft draft;
    private final long line;
    private final Dates dates;

    CsvGroups(Draft draft, long line, Dates dates) {
        this.draft = draft;
        this.line = line;
        this.dates = dates;
    }

    /** @param grouped the parts by field and slot */
    void read(Map<String, Map<String, Map<String, String>>> grouped) {
        grouped.forEach((field, slots) -> slots.forEach((slot, parts) -> {
            switch (field) {
                case "emails", "phones", "pages", "websites" -> labelled(field, parts);
                case "handles" -> handles(parts);
                case "postalAddresses" -> postalAddress(slot, parts);
                case "organizations" -> organization(parts);
                case "days" -> draft.parts().anniversary(line, purpose(parts), parts.get("value"), dates);
                case "relations" -> relation(parts);
                case "customs" -> custom(slot, parts);
                case "birthday" -> draft.parts().birthday(line, day(parts), dates);
                case "firstMeeting" -> firstMeeting(grouped.get(field));
                case "cadence" -> {}
                case "displayNameOtherwise" -> displayName(parts.get("value"));
                default -> {}
            }
        }));
        if (grouped.containsKey("cadence")) {
            cadence(grouped.get("cadence").get(""));
        }
        api(grouped);
    }

    /** One cell of addresses. */
    void address(String field, String label, String cell) {
        var texts = field.equals("emails")
                        && cell.length() < LONGEST_LIST
                        && SEVERAL_EMAILS.matcher(cell.strip()).matches()
                ? List.of(cell.strip().split("\\s*[;,]\\s*"))
                : CsvList.read(cell);
        var addresses = draft.addresses();
        for (var text : texts) {
            switch (field) {
                case "emails" -> addresses.email(line, text, label);
                case "phones" -> addresses.phone(line, text, label);
                case "websites" -> addresses.website(line, text, label);
                case "pages" -> addresses.page(line, text, label);
                default -> addresses.handle(line, label == null ? text : Profiles.handle(label, text), null);
            }
        }
    }

    private void labelled(String field, Map<String, String> parts) {
        if (parts.containsKey("value")) {
            address(field, purpose(parts), parts.get("value"));
        }
    }

    private void handles(Map<String, String> parts) {
        var service = parts.getOrDefault("service", "im")
                .toLowerCase(java.util.Locale.ROOT)
                .replace(' ', '-');
        for (var name : CsvList.read(parts.getOrDefault("value", ""))) {
            draft.addresses().handle(line, Profiles.handle(service, name), purpose(parts));
        }
    }

    private void postalAddress(String slot, Map<String, String> parts) {
        var known = new HashMap<String, String>();
        parts.forEach((part, text) -> known.put(ADDRESS_PARTS.getOrDefault(part, part), text));
        boolean hasParts =
                known.keySet().stream().anyMatch(it -> CsvWriter.ADDRESS.contains(it) && !it.equals("label"));
        if (!hasParts) {
            known.put("street", parts.get("formatted"));
        }
        var label = known.containsKey("label")
                ? CsvIntake.label(known.get("label"))
                : new CsvColumn("", slot, null).label();
        known.put("label", label);
        draft.parts().postalAddress(line, known);
    }

    private void organization(Map<String, String> parts) {
        draft.text(line, "organization", parts.get("name"));
        draft.text(line, "title", parts.get("title"));
        draft.text(line, "department", parts.get("department"));
    }

    private void relation(Map<String, String> parts) {
        var purpose = purpose(parts);
        draft.notes(line, (purpose == null ? "related" : purpose) + ": " + parts.getOrDefault("value", ""));
    }

    private void custom(String slot, Map<String, String> parts) {
        if (parts.containsKey("value")) {
            var key = purpose(parts) == null ? "custom_" + slot : purpose(parts);
            draft.customField(line, key, TextNode.valueOf(parts.get("value")), null);
        }
    }

    private void firstMeeting(Map<String, Map<String, String>> slots) {
        var parts = slots.get("");
        draft.parts().firstMeeting(line, "how", parts.get("how"));
        draft.parts().firstMeeting(line, "where", parts.get("where"));
        draft.parts().firstMeetingOn(line, parts.get("on"), dates);
    }

    private void cadence(Map<String, String> parts) {
        var counting = CsvList.read(parts.getOrDefault("counting", ""));
        draft.parts().cadence(line, parts.get("ideal"), parts.get("longest"), counting);
    }

    private void displayName(String name) {
        if (!draft.has("givenName") && !draft.has("familyName")) {
            draft.text(line, "displayName", name);
        }
    }

    /** What is in the JSON of the API. */
    private void api(Map<String, Map<String, Map<String, String>>> grouped) {
        var cells = grouped.getOrDefault("api", Map.of()).getOrDefault("", Map.of());
        var contact = JsonNodeFactory.instance.objectNode();
        cells.forEach((field, cell) -> contact.set(field, CsvIntake.json(cell)));
        var types = grouped.getOrDefault("customFieldTypes", Map.of()).getOrDefault("", Map.of());
        if (!types.isEmpty()) {
            contact.set("customFieldTypes", CsvIntake.json(types.get("value")));
        }
        if (contact.has("postalAddresses")) {
            draft.forget("postalAddresses");
        }
        new JsonIntake(draft, line).contact(contact);
        for (var label : CsvList.read(grouped.getOrDefault("labels", Map.of())
                .getOrDefault("", Map.of())
                .getOrDefault("value", ""))) {
            int space = label.indexOf(' ');
            var address = label.substring(0, Math.max(0, space));
            if (!draft.addresses().label(line, address, label.substring(space + 1))) {
                draft.fault(line, "labels", label, "labels no email, phone, handle or website of the contact");
            }
        }
    }

    private static String day(Map<String, String> parts) {
        var year = parts.getOrDefault("year", "").strip();
        var month = parts.getOrDefault("month", "").strip();
        var day = parts.getOrDefault("day", "").strip();
        var rest = "-%2s-%2s".formatted(month, day).replace(' ', '0');
        return (year.isEmpty() ? "-" : year) + rest;
    }

    private static String purpose(Map<String, String> parts) {
        return CsvIntake.label(parts.containsKey("label") ? parts.get("label") : parts.get("type"));
    }
}
