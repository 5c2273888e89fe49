package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A record in the making. Takes what a file says field by field, keeps what the API would take, and makes a fault of all
 * else. Blank values are no values.
 */
final class Draft {

    private static final int LONGEST_UID = 500;
    private static final Set<String> TYPES = Set.of("text", "number", "boolean", "date", "url", "choice");

    private final long start;
    private final ObjectNode contact = JsonNodeFactory.instance.objectNode();
    private final Set<String> circles = new LinkedHashSet<>();
    private final Map<String, String> customFieldTypes = new LinkedHashMap<>();
    private final Checks checks = new Checks();
    private final DraftAddresses addresses;
    private String uid;
    private String introducedBy;
    private ImportedPhoto photo;

    Draft(long start, ReadSettings settings) {
        this.start = start;
        this.addresses = new DraftAddresses(this, contact, settings.defaultRegion());
    }

    /** Emails, phones, handles, websites. */
    DraftAddresses addresses() {
        return addresses;
    }

    /** Time zone, languages and the like. */
    DraftPerson person() {
        return new DraftPerson(this);
    }

    /** Days, and what has parts. */
    DraftParts parts() {
        return new DraftParts(this, contact);
    }

    void fault(long line, String field, String message) {
        checks.fault(line, field, message);
    }

    void fault(long line, String field, String value, String message) {
        checks.fault(line, field, value, message);
    }

    Optional<String> checked(long line, String field, String value, int most) {
        return checks.checked(line, field, value, most);
    }

    /** Takes a field back, because the file says it in a better way. */
    void forget(String field) {
        contact.remove(field);
        if (field.equals("circleNames")) {
            circles.clear();
        }
    }

    boolean has(String field) {
        return contact.has(field);
    }

    /** A field of one text; a second, different one is a fault. */
    void text(long line, String field, String value) {
        checked(line, field, value, Limits.texts().get(field)).ifPresent(text -> put(line, field, text));
    }

    /** Notes of several places become paragraphs. White space around them is kept. */
    void notes(long line, String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        var before = contact.path("notes").asText("");
        var together = before.isEmpty() || before.equals(value) ? value : before + "\n\n" + value;
        if (checks.isStorable(line, "notes", value)
                && checks.isWithin(line, "notes", together, Limits.texts().get("notes"))) {
            contact.put("notes", together);
        }
    }

    /**
     * A field that only this workspace has.
     *
     * @param type null when the file does not tell
     */
    void customField(long line, String key, JsonNode value, String type) {
        if (value.isNull() || (value.isTextual() && value.asText().isBlank())) {
            return;
        }
        var name = checked(line, "customFields", key, Limits.CUSTOM_KEY);
        if (name.isEmpty() || (value.isTextual() && !checks.isStorable(line, "customFields." + key, value.asText()))) {
            return;
        }
        var fields = contact.withObjectProperty("customFields");
        if (fields.size() >= Limits.CUSTOM_FIELDS && !fields.has(name.get())) {
            fault(line, "customFields." + key, "is one custom field too many: at most " + Limits.CUSTOM_FIELDS);
            return;
        }
        fields.set(name.get(), value);
        customFieldTypes.put(name.get(), type != null && TYPES.contains(type) ? type : "text");
    }

    void circle(long line, String name) {
        var circle = checked(line, "circles", name, Limits.item("interests"));
        if (circle.isPresent() && circles.size() >= Limits.CIRCLES && !circles.contains(circle.get())) {
            fault(line, "circles", name, "is one circle too many: at most " + Limits.CIRCLES);
        } else {
            circle.ifPresent(circles::add);
        }
    }

    void uid(long line, String text) {
        checked(line, "uid", text, LONGEST_UID).map(Draft::bareUid).ifPresent(it -> uid = it);
    }

    void introducedBy(long line, String text) {
        checked(line, "introducedBy", text, LONGEST_UID).map(Draft::bareUid).ifPresent(it -> introducedBy = it);
    }

    void photo(long line, byte[] bytes) {
        var mediaType = PhotoBytes.mediaType(bytes);
        if (bytes.length > PhotoBytes.MOST) {
            fault(line, "photo", "is larger than 2 MiB");
        } else if (mediaType.isEmpty()) {
            fault(line, "photo", "is no JPEG, PNG, GIF or WebP image");
        } else if (photo == null) {
            photo = new ImportedPhoto(mediaType.get(), bytes);
        }
    }

    /** The record; without a contact if there is nothing to recognise one by. */
    ImportedRecord finish() {
        Derived.nameFrom(contact);
        if (!Derived.isRecognisable(contact)) {
            fault(start, "displayName", "a contact needs a name, an organization, an email, a phone or a handle");
            return ImportedRecord.unusable(start, uid, checks.faults());
        }
        return new ImportedRecord(
                start,
                uid,
                contact,
                List.copyOf(circles),
                introducedBy,
                photo,
                Map.copyOf(customFieldTypes),
                checks.faults());
    }

    void put(long line, String field, String value) {
        if (!contact.has(field)) {
            contact.put(field, value);
        } else if (!contact.get(field).asText().equals(value)) {
            fault(line, field, value, "was left out: the contact has another one already");
        }
    }

    /** Adds to a list of distinct values; false when the list is full. */
    boolean add(long line, String field, String value) {
        var list = contact.withArrayProperty(field);
        for (var known : list) {
            if (known.asText().equals(value)) {
                return true;
            }
        }
        if (list.size() >= Limits.list(field)) {
            fault(line, field, value, "is one too many: at most " + Limits.list(field));
            return false;
        }
        list.add(value);
        return true;
    }

    private static String bareUid(String uid) {
        return uid.regionMatches(true, 0, "urn:uuid:", 0, 9) ? uid.substring(9) : uid;
    }
}
