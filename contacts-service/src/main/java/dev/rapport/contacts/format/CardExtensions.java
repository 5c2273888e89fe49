package dev.rapport.contacts.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The properties in which {@link VCardWriter} puts what vCard has no property for. */
final class CardExtensions {

    private final Draft draft;

    CardExtensions(Draft draft) {
        this.draft = draft;
    }

    void addTo(Map<String, BiConsumer<CardProperty, String>> readers) {
        readers.put("X-RAPPORT-INDUSTRY", (it, label) -> draft.text(it.line(), "industry", it.text()));
        readers.put("X-RAPPORT-RELATIONSHIP", (it, label) -> draft.person().relationship(it.line(), it.text()));
        readers.put("X-RAPPORT-OWNER", (it, label) -> draft.person().owner(it.line(), it.text()));
        readers.put("X-RAPPORT-INTRODUCED-BY", (it, label) -> draft.introducedBy(it.line(), it.text()));
        readers.put("X-RAPPORT-MET-HOW", (it, label) -> draft.parts().firstMeeting(it.line(), "how", it.text()));
        readers.put("X-RAPPORT-MET-WHERE", (it, label) -> draft.parts().firstMeeting(it.line(), "where", it.text()));
        readers.put(
                "X-RAPPORT-MET-ON", (it, label) -> draft.parts().firstMeetingOn(it.line(), it.text(), new Dates(null)));
        readers.put("X-RAPPORT-CADENCE", (it, label) -> cadence(it));
        readers.put("X-RAPPORT-FIELD", (it, label) -> customField(it));
    }

    /** Fields with characters that no vCard can hold, in JSON; what the other properties say of them is incomplete. */
    static void exact(Draft draft, List<CardProperty> properties) {
        for (var property : properties) {
            if (property.name().equals("X-RAPPORT-EXACT") && json(property.text()) instanceof ObjectNode fields) {
                fields.fieldNames().forEachRemaining(draft::forget);
                new JsonIntake(draft, property.line()).contact(fields);
            }
        }
    }

    private void cadence(CardProperty property) {
        var parts = property.parts(",");
        var longest = parts.size() > 1 ? parts.get(1) : null;
        var counting = parts.size() > 2 && !parts.get(2).isEmpty()
                ? List.of(parts.get(2).split(","))
                : List.<String>of();
        draft.parts().cadence(property.line(), parts.get(0), longest, counting);
    }

    private void customField(CardProperty property) {
        var key = property.parameter("X-KEY");
        var value = json(property.text());
        if (key == null || value == null) {
            draft.fault(property.line(), "customFields", "has no key or no value in JSON");
        } else {
            draft.customField(property.line(), key, value, property.parameter("TYPE"));
        }
    }

    private static JsonNode json(String text) {
        try {
            return JsonText.read(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
