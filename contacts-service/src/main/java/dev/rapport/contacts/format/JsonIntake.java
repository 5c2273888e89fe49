package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a contact in the JSON form of the API says. */
final class JsonIntake {

    /** What the API adds to a contact, and what would name things of another workspace. */
    private static final Set<String> NOT_STATED =
            Set.of("id", "version", "name", "createdAt", "updatedAt", "circles", "uid");

    private static final Dates DATES = new Dates(null);

    private final Draft draft;
    private final long line;
    private final Map<String, Consumer<JsonNode>> readers = new HashMap<>();
    private JsonNode customFieldTypes;

    JsonIntake(Draft draft, long line) {
        this.draft = draft;
        this.line = line;
        var addresses = draft.addresses();
        Limits.texts()
                .keySet()
                .forEach(field -> readers.put(field, it -> text(field, it, text -> draft.text(line, field, text))));
        readers.put("notes", it -> text("notes", it, text -> draft.notes(line, text)));
        readers.put("emails", it -> each("emails", it, text -> addresses.email(line, text, null)));
        readers.put("phones", it -> each("phones", it, text -> addresses.phone(line, text, null)));
        readers.put("handles", it -> each("handles", it, text -> addresses.handle(line, text, null)));
        readers.put("websites", it -> each("websites", it, text -> addresses.website(line, text, null)));
        readers.put(
                "interests", it -> each("interests", it, text -> draft.person().interest(line, text)));
        readers.put(
                "languages", it -> each("languages", it, text -> draft.person().language(line, text)));
        readers.put("circleNames", it -> each("circles", it, text -> draft.circle(line, text)));
        readers.put(
                "timeZone", it -> text("timeZone", it, text -> draft.person().timeZone(line, text)));
        readers.put(
                "relationship",
                it -> text("relationship", it, text -> draft.person().relationship(line, text)));
        readers.put("owner", it -> text("owner", it, text -> draft.person().owner(line, text)));
        readers.put("introducedBy", it -> text("introducedBy", it, text -> draft.introducedBy(line, text)));
        readers.put("birthday", it -> text("birthday", it, text -> draft.parts().birthday(line, text, DATES)));
        readers.put("anniversaries", it -> elements("anniversaries", it).forEach(this::anniversary));
        readers.put("postalAddresses", it -> elements("postalAddresses", it).forEach(this::postalAddress));
        readers.put("firstMeeting", this::firstMeeting);
        readers.put("cadence", this::cadence);
        readers.put("customFields", this::customFields);
        readers.put("customFieldTypes", it -> {});
        readers.put("photo", it -> text("photo", it, this::photo));
        readers.put("labels", it -> {});
    }

    /** Takes over all that is known; what is unknown is a fault. */
    void contact(ObjectNode fields) {
        customFieldTypes = fields.path("customFieldTypes");
        for (var field : fields.properties()) {
            var reader = readers.get(field.getKey());
            if (reader != null && !field.getValue().isNull()) {
                reader.accept(field.getValue());
            } else if (reader == null && !NOT_STATED.contains(field.getKey())) {
                draft.fault(line, shortened(field.getKey()), "is no field of a contact");
            }
        }
        labels(fields.path("labels"));
    }

    private void labels(JsonNode labels) {
        for (var label : labels.properties()) {
            if (!draft.addresses().label(line, label.getKey(), label.getValue().asText())) {
                draft.fault(line, "labels", label.getKey(), "is no email, phone, handle or website of the contact");
            }
        }
    }

    private void anniversary(JsonNode it) {
        draft.parts().anniversary(line, string(it, "label"), string(it, "date"), DATES);
    }

    private void postalAddress(JsonNode it) {
        var parts = new HashMap<String, String>();
        it.properties().forEach(part -> parts.put(part.getKey(), part.getValue().asText()));
        draft.parts().postalAddress(line, parts);
    }

    private void firstMeeting(JsonNode it) {
        draft.parts().firstMeeting(line, "how", string(it, "how"));
        draft.parts().firstMeeting(line, "where", string(it, "where"));
        draft.parts().firstMeetingOn(line, string(it, "on"), DATES);
    }

    private void cadence(JsonNode it) {
        var counting = it.path("counting").valueStream().map(JsonNode::asText).toList();
        draft.parts().cadence(line, string(it, "ideal"), string(it, "longest"), counting);
    }

    private void customFields(JsonNode it) {
        for (var field : it.properties()) {
            var type = customFieldTypes.path(field.getKey()).asText(null);
            draft.customField(line, field.getKey(), field.getValue(), type);
        }
    }

    /** In answers of the API, the photo is an object that only describes it. */
    private void photo(String uri) {
        PhotoBytes.decode(uri)
                .filter(bytes -> uri.regionMatches(true, 0, "data:", 0, 5))
                .ifPresentOrElse(
                        bytes -> draft.photo(line, bytes),
                        () -> draft.fault(line, "photo", "is no data: URI in Base64"));
    }

    private void each(String field, JsonNode list, Consumer<String> reader) {
        elements(field, list).forEach(it -> text(field, it, reader));
    }

    private List<JsonNode> elements(String field, JsonNode list) {
        if (!list.isArray()) {
            draft.fault(line, field, "must be a list");
        }
        return list.isArray() ? list.valueStream().toList() : List.of();
    }

    private void text(String field, JsonNode value, Consumer<String> reader) {
        if (value.isTextual()) {
            reader.accept(value.textValue());
        } else {
            draft.fault(line, field, "must be text");
        }
    }

    private static String string(JsonNode object, String field) {
        return object.path(field).asText(null);
    }

    private static String shortened(String key) {
        return key.substring(0, Math.min(key.length(), Limits.CUSTOM_KEY));
    }
}
