package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a card of JSContact says of the contact. */
final class JsContactIntake {

    /** The names of extension properties begin with it (RFC 9553, section 1.8.1). */
    static final String VENDOR = "rapport.dev:";

    private static final int LEAST_PREFERRED = 101;

    private static final Map<String, String> NAMES = Map.of(
            "title", "namePrefix",
            "given", "givenName",
            "given2", "middleName",
            "surname", "familyName",
            "surname2", "familyName",
            "credential", "nameSuffix",
            "generation", "nameSuffix");

    private final Draft draft;
    private final long line;
    private final Dates dates;

    JsContactIntake(Draft draft, long line, Dates dates) {
        this.draft = draft;
        this.line = line;
        this.dates = dates;
    }

    void card(ObjectNode card) {
        draft.uid(line, card.path("uid").asText(null));
        names(card.path("name"));
        ordered(card.path("nicknames"))
                .forEach(it -> draft.text(line, "nickname", it.path("name").asText()));
        var places = new JsContactPlaces(draft, line);
        ordered(card.path("emails")).forEach(places::email);
        ordered(card.path("phones")).forEach(places::phone);
        ordered(card.path("onlineServices")).forEach(places::onlineService);
        boolean isOwn = card.path("prodId").asText().equals(VCardWriter.PRODUCT);
        ordered(card.path("links")).forEach(it -> places.link(it, isOwn));
        ordered(card.path("addresses")).forEach(places::address);
        work(card);
        ordered(card.path("anniversaries")).forEach(this::anniversary);
        ordered(card.path("notes"))
                .forEach(it -> draft.notes(line, it.path("note").asText()));
        card.path("keywords").fieldNames().forEachRemaining(this::circle);
        ordered(card.path("preferredLanguages"))
                .forEach(it -> draft.person().language(line, it.path("language").asText()));
        ordered(card.path("personalInfo")).forEach(this::interest);
        ordered(card.path("media")).forEach(this::photo);
        card.path("relatedTo").properties().forEach(it -> related(it.getKey(), it.getValue()));
        extensions(card);
    }

    /** The values of a map, the preferred ones first. */
    static List<JsonNode> ordered(JsonNode map) {
        return map.valueStream()
                .filter(JsonNode::isObject)
                .sorted(Comparator.comparingInt(it -> it.path("pref").asInt(LEAST_PREFERRED)))
                .toList();
    }

    private void names(JsonNode name) {
        var parts = new HashMap<String, List<String>>();
        for (var component : name.path("components")) {
            var field = NAMES.get(component.path("kind").asText());
            if (field != null) {
                parts.computeIfAbsent(field, it -> new ArrayList<>())
                        .add(component.path("value").asText());
            }
            var phonetic = component.path("phonetic").asText(null);
            if ("givenName".equals(field)) {
                draft.text(line, "phoneticGivenName", phonetic);
            } else if ("familyName".equals(field)) {
                draft.text(line, "phoneticFamilyName", phonetic);
            }
        }
        parts.forEach((field, values) -> draft.text(line, field, String.join(" ", values)));
        draft.text(line, "displayName", name.path("full").asText(null));
    }

    private void work(ObjectNode card) {
        for (var organization : ordered(card.path("organizations"))) {
            draft.text(line, "organization", organization.path("name").asText(null));
            var units = organization
                    .path("units")
                    .valueStream()
                    .map(it -> it.path("name").asText())
                    .toList();
            draft.text(line, "department", String.join(", ", units));
        }
        for (var title : ordered(card.path("titles"))) {
            draft.text(line, "title", title.path("name").asText(null));
        }
    }

    private void anniversary(JsonNode it) {
        var day = day(it.path("date"));
        var kind = it.path("kind").asText("");
        if (kind.equals("birth")) {
            draft.parts().birthday(line, day, dates);
        } else {
            var label = it.path(VENDOR + "label").asText(kind.isEmpty() ? null : kind);
            draft.parts().anniversary(line, label, day, dates);
        }
    }

    /** A PartialDate or a Timestamp. */
    private static String day(JsonNode date) {
        if (date.has("utc")) {
            return date.path("utc").asText();
        }
        if (!date.has("month") || !date.has("day")) {
            return date.has("year") ? date.path("year").asText() : date.asText();
        }
        var rest = "-%02d-%02d"
                .formatted(date.path("month").asInt(), date.path("day").asInt());
        return (date.has("year") ? "%04d".formatted(date.path("year").asInt()) : "-") + rest;
    }

    private void circle(String name) {
        if (!CardPerson.isSystemCircle(name)) {
            draft.circle(line, name);
        }
    }

    private void interest(JsonNode it) {
        var kind = it.path("kind").asText();
        if (kind.equals("interest") || kind.equals("hobby")) {
            draft.person().interest(line, it.path("value").asText());
        }
    }

    private void photo(JsonNode it) {
        var uri = it.path("uri").asText("");
        if (!it.path("kind").asText().equals("photo")) {
            return;
        }
        if (!uri.regionMatches(true, 0, "data:", 0, 5)) {
            draft.fault(line, "photo", "is a link: only photos within the file are taken");
            return;
        }
        PhotoBytes.decode(uri)
                .ifPresentOrElse(
                        bytes -> draft.photo(line, bytes), () -> draft.fault(line, "photo", "is no Base64 text"));
    }

    private void related(String uid, JsonNode relation) {
        var kinds = relation.path("relation");
        if (kinds.has(VENDOR + "introducer")) {
            draft.introducedBy(line, uid);
        } else {
            draft.fault(line, "relatedTo", uid, "was left out: a contact has no links to others");
        }
    }

    private void extensions(ObjectNode card) {
        var contact = card.objectNode();
        for (var field : card.properties()) {
            if (field.getKey().startsWith(VENDOR)) {
                contact.set(field.getKey().substring(VENDOR.length()), field.getValue());
            }
        }
        if (contact.has("displayName")) {
            draft.forget("displayName");
        }
        new JsonIntake(draft, line).contact(contact);
    }
}
