package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where a card of JSContact says that the contact can be reached. */
final class JsContactPlaces {

    private static final Map<String, String> ADDRESS_PARTS = Map.of(
            "postOfficeBox", "postBox",
            "apartment", "extended",
            "floor", "extended",
            "room", "extended",
            "building", "extended",
            "locality", "locality",
            "region", "region",
            "postcode", "postalCode",
            "country", "country");

    private static final List<String> STREET = List.of("number", "name", "block", "direction", "landmark");

    private final Draft draft;
    private final long line;

    JsContactPlaces(Draft draft, long line) {
        this.draft = draft;
        this.line = line;
    }

    void email(JsonNode it) {
        draft.addresses().email(line, it.path("address").asText(null), label(it));
    }

    void phone(JsonNode it) {
        draft.addresses().phone(line, it.path("number").asText(null), label(it));
    }

    void link(JsonNode it, boolean isOwn) {
        var uri = it.path("uri").asText(null);
        if (isOwn) {
            draft.addresses().website(line, uri, label(it));
        } else {
            draft.addresses().page(line, uri, label(it));
        }
    }

    /** A user of a service, or else a URI. */
    void onlineService(JsonNode it) {
        var service = it.path("service").asText("").toLowerCase(Locale.ROOT).replace(' ', '-');
        var user = it.path("user").asText(null);
        var uri = it.path("uri").asText(null);
        if (!service.isEmpty() && (user != null || uri != null)) {
            draft.addresses().handle(line, Profiles.handle(service, user == null ? uri : user), label(it));
        } else if (uri != null && uri.matches("(?i)https?:.*")) {
            draft.addresses().page(line, uri, label(it));
        } else {
            draft.addresses().handle(line, uri == null ? user : uri, label(it));
        }
    }

    void address(JsonNode it) {
        var parts = new HashMap<String, String>();
        for (var component : it.path("components")) {
            var kind = component.path("kind").asText();
            var part = STREET.contains(kind) ? "street" : ADDRESS_PARTS.get(kind);
            if (part != null) {
                var separator = part.equals("street") ? " " : ", ";
                parts.merge(part, component.path("value").asText(), (before, next) -> before + separator + next);
            }
        }
        if (parts.isEmpty()) {
            parts.put("street", it.path("full").asText(null));
        }
        parts.putIfAbsent("country", it.path("countryCode").asText(null));
        parts.put("label", it.path(JsContactIntake.VENDOR + "label").asText(label(it)));
        draft.parts().postalAddress(line, parts);
    }

    /** What the card calls it, else its contexts and features as words. */
    private static String label(JsonNode it) {
        if (it.path("label").isTextual()) {
            return it.path("label").asText();
        }
        var words = new ArrayList<String>();
        for (var kind : List.of("private", "work", "billing", "delivery")) {
            if (it.path("contexts").path(kind).asBoolean()) {
                words.add(kind.equals("private") ? "home" : kind);
            }
        }
        for (var kind : List.of("mobile", "fax", "pager")) {
            if (it.path("features").path(kind).asBoolean()) {
                words.add(kind);
            }
        }
        return words.isEmpty() ? null : String.join(" ", words);
    }
}
