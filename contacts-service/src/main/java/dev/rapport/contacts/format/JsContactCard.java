package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A contact as a card of JSContact; what has no property there is in extension properties of the API's names. */
final class JsContactCard {

    private static final String VENDOR = JsContactIntake.VENDOR;

    private static final Map<String, String> NAMES = Map.of(
            "namePrefix", "title",
            "givenName", "given",
            "middleName", "given2",
            "familyName", "surname",
            "nameSuffix", "credential");

    private static final Map<String, String> ADDRESS = Map.of(
            "postBox", "postOfficeBox",
            "extended", "apartment",
            "street", "name",
            "locality", "locality",
            "region", "region",
            "postalCode", "postcode",
            "country", "country");

    private static final List<String> EXTENSIONS = List.of(
            "phoneticGivenName",
            "phoneticFamilyName",
            "industry",
            "relationship",
            "timeZone",
            "firstMeeting",
            "cadence",
            "owner",
            "customFields");

    private final ExportedContact contact;
    private final ObjectNode from;
    private final ObjectNode card = JsonNodeFactory.instance.objectNode();

    JsContactCard(ExportedContact contact) {
        this.contact = contact;
        this.from = contact.json();
    }

    ObjectNode json() {
        card.put("@type", "Card").put("version", "1.0").put("uid", "urn:uuid:" + contact.id());
        card.put("prodId", VCardWriter.PRODUCT).put("kind", "individual");
        card.put("created", contact.createdAt().toString())
                .put("updated", contact.updatedAt().toString());
        name();
        one("nicknames", from.path("nickname"), (it, value) -> it.put("name", value.asText()));
        organization();
        one("titles", from.path("title"), (it, value) -> it.put("name", value.asText())
                .put("kind", "title"));
        addresses("emails", "emails", (it, value) -> it.put("address", value.asText()));
        addresses("phones", "phones", (it, value) -> it.put("number", value.asText()));
        addresses("handles", "onlineServices", JsContactCard::service);
        addresses("websites", "links", (it, value) -> it.put("uri", value.asText()));
        each("addresses", from.path("postalAddresses"), JsContactCard::address);
        each("preferredLanguages", from.path("languages"), (it, value) -> it.put("language", value.asText()));
        rank("preferredLanguages");
        each("personalInfo", from.path("interests"), (it, value) -> it.put("kind", "interest")
                .put("value", value.asText()));
        anniversaries();
        one("notes", from.path("notes"), (it, value) -> it.put("note", value.asText()));
        contact.circleNames()
                .forEach(name -> card.withObjectProperty("keywords").put(name, true));
        rest();
        return card;
    }

    private void name() {
        var name = card.putObject("name").put("full", contact.details().name());
        for (var field : List.of("namePrefix", "givenName", "middleName", "familyName", "nameSuffix")) {
            if (from.has(field)) {
                name.withArrayProperty("components")
                        .addObject()
                        .put("kind", NAMES.get(field))
                        .put("value", from.get(field).asText());
            }
        }
    }

    private void organization() {
        if (from.has("organization") || from.has("department")) {
            var organization = card.putObject("organizations").putObject("1");
            if (from.has("organization")) {
                organization.put("name", from.get("organization").asText());
            }
            if (from.has("department")) {
                organization
                        .putArray("units")
                        .addObject()
                        .put("name", from.get("department").asText());
            }
        }
    }

    private void addresses(String list, String property, BiConsumer<ObjectNode, JsonNode> writer) {
        each(property, from.path(list), (it, value) -> {
            writer.accept(it, value);
            var label = from.path("labels").path(value.asText());
            if (label.isTextual()) {
                it.put("label", label.asText());
            }
        });
        rank(property);
    }

    private static void service(ObjectNode it, JsonNode handle) {
        var parts = handle.asText().split(":", 2);
        it.put("service", parts[0]).put("user", parts[1]);
    }

    private static void address(ObjectNode it, JsonNode address) {
        for (var part : CsvWriter.ADDRESS) {
            if (ADDRESS.containsKey(part) && address.has(part)) {
                it.withArrayProperty("components")
                        .addObject()
                        .put("kind", ADDRESS.get(part))
                        .put("value", address.get(part).asText());
            }
        }
        var label = address.path("label").asText(null);
        if (label != null) {
            it.put(VENDOR + "label", label);
        }
        if ("home".equals(label) || "work".equals(label)) {
            it.putObject("contexts").put(label.equals("home") ? "private" : label, true);
        }
    }

    private void anniversaries() {
        one("anniversaries", from.path("birthday"), (it, day) -> date(it.put("kind", "birth"), day.asText()));
        int number = 2;
        for (var day : from.path("anniversaries")) {
            var label = day.path("label").asText();
            var it = card.withObjectProperty("anniversaries").putObject(String.valueOf(number++));
            it.put("kind", label.equals("wedding") ? "wedding" : VENDOR + "other")
                    .put(VENDOR + "label", label);
            date(it, day.path("date").asText());
        }
    }

    private static void date(ObjectNode anniversary, String day) {
        var date = anniversary.putObject("date").put("@type", "PartialDate");
        if (!day.startsWith("--")) {
            date.put("year", Integer.parseInt(day.substring(0, 4)));
        }
        date.put("month", Integer.parseInt(day.substring(day.length() - 5, day.length() - 3)));
        date.put("day", Integer.parseInt(day.substring(day.length() - 2)));
    }

    private void rest() {
        if (contact.photo() != null) {
            card.putObject("media").putObject("1").put("kind", "photo").put("uri", contact.photoUri());
        }
        if (contact.introducer() != null) {
            var relation = card.putObject("relatedTo").putObject("urn:uuid:" + contact.introducer());
            relation.putObject("relation").put(VENDOR + "introducer", true);
        }
        for (var field : EXTENSIONS) {
            if (from.has(field)) {
                card.set(VENDOR + field, from.get(field));
            }
        }
        if (!contact.customFieldTypes().isEmpty()) {
            contact.customFieldTypes().forEach(card.putObject(VENDOR + "customFieldTypes")::put);
        }
    }

    private void one(String property, JsonNode value, BiConsumer<ObjectNode, JsonNode> writer) {
        if (value.isTextual()) {
            writer.accept(card.withObjectProperty(property).putObject("1"), value);
        }
    }

    private void each(String property, JsonNode values, BiConsumer<ObjectNode, JsonNode> writer) {
        int number = 1;
        for (var value : values) {
            writer.accept(card.withObjectProperty(property).putObject(String.valueOf(number++)), value);
        }
    }

    /** The first is the preferred one. */
    private void rank(String property) {
        int preference = 1;
        for (var value : card.path(property)) {
            ((ObjectNode) value).put("pref", preference++);
        }
    }
}
