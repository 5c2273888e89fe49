package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes vCard 4.0 (RFC 6350, with {@code INTEREST} of RFC 6715 and {@code SOCIALPROFILE} of RFC 9554). What has no property
 * there goes into {@code X-RAPPORT-} properties; fields with control characters, which no vCard can hold, are there again in
 * JSON.
 */
final class VCardWriter implements ContactFileWriter {

    /** By this, the reader knows files of its own. */
    static final String PRODUCT = "-//Rapport//contacts//EN";

    private static final List<String> ADDRESS =
            List.of("postBox", "extended", "street", "locality", "region", "postalCode", "country");

    /** Networks whose handles are URIs that programs know. */
    private static final Set<String> MESSENGERS = Set.of(
            "xmpp", "skype", "aim", "icq", "msn", "yahoo", "sip", "matrix", "gtalk", "irc", "signal", "telegram");

    private final CardText card;

    VCardWriter(OutputStream file) {
        this.card = new CardText(file);
    }

    @Override
    public void write(ExportedContact contact) throws IOException {
        var json = contact.json();
        card.begin();
        card.property("PRODID", Map.of(), PRODUCT);
        card.property("UID", Map.of(), "urn:uuid:" + contact.id());
        card.text("FN", contact.details().name());
        names(json);
        var exact = CardText.beyondText(json, contact.circleNames());
        addresses(exact.has("handles") ? json.deepCopy().without("handles") : json);
        work(json);
        person(json);
        extensions(json, contact, exact);
        if (!contact.circleNames().isEmpty()) {
            card.property("CATEGORIES", Map.of(), CardText.list(contact.circleNames()));
        }
        if (contact.photo() != null) {
            card.property("PHOTO", Map.of(), contact.photoUri());
        }
        card.end();
    }

    @Override
    public void close() throws IOException {
        card.close();
    }

    private void names(ObjectNode json) throws IOException {
        var parts = List.of("familyName", "givenName", "middleName", "namePrefix", "nameSuffix");
        if (parts.stream().anyMatch(json::has)) {
            card.property(
                    "N",
                    Map.of(),
                    CardText.structure(parts.stream().map(json::path).toList()));
        }
        card.text("NICKNAME", json.path("nickname"));
        card.text("X-PHONETIC-FIRST-NAME", json.path("phoneticGivenName"));
        card.text("X-PHONETIC-LAST-NAME", json.path("phoneticFamilyName"));
    }

    private void addresses(ObjectNode json) throws IOException {
        var labels = json.path("labels");
        var properties = Map.of("emails", "EMAIL", "phones", "TEL", "websites", "URL", "handles", "SOCIALPROFILE");
        for (var list : List.of("emails", "phones", "handles", "websites")) {
            int preference = 1;
            for (var value : json.path(list)) {
                var label = labels.path(value.asText()).asText(null);
                if (list.equals("handles")) {
                    handle(value.asText(), preference++, label);
                } else {
                    var written = list.equals("websites") ? value.asText() : CardText.escaped(value.asText());
                    card.labelled(properties.get(list), preference++, label, Map.of(), written);
                }
            }
        }
        for (var address : json.path("postalAddresses")) {
            var parts = ADDRESS.stream().map(address::path).toList();
            card.labelled("ADR", 0, address.path("label").asText(null), Map.of(), CardText.structure(parts));
        }
    }

    private void handle(String handle, int preference, String label) throws IOException {
        int colon = handle.indexOf(':');
        var network = handle.substring(0, colon);
        var name = handle.substring(colon + 1);
        if (MESSENGERS.contains(network) && name.matches("[\\w.@+-]+")) {
            card.labelled("IMPP", preference, label, Map.of(), handle);
        } else {
            card.labelled(
                    "SOCIALPROFILE",
                    preference,
                    label,
                    Map.of("SERVICE-TYPE", network, "VALUE", "text"),
                    CardText.escaped(name));
        }
    }

    private void work(ObjectNode json) throws IOException {
        if (json.has("organization") || json.has("department")) {
            var parts = json.has("department")
                    ? List.of(json.path("organization"), json.path("department"))
                    : List.of(json.path("organization"));
            card.property("ORG", Map.of(), CardText.structure(parts));
        }
        card.text("TITLE", json.path("title"));
    }

    private void person(ObjectNode json) throws IOException {
        card.property("BDAY", Map.of(), CardText.day(json.path("birthday")));
        boolean hasWedding = false;
        for (var day : json.path("anniversaries")) {
            var label = day.path("label").asText();
            if (label.equals("wedding") && !hasWedding) {
                card.property("ANNIVERSARY", Map.of(), CardText.day(day.path("date")));
                hasWedding = true;
            } else {
                card.grouped("X-ABDATE", label, CardText.day(day.path("date")));
            }
        }
        int preference = 1;
        for (var language : json.path("languages")) {
            card.property("LANG", Map.of("PREF", String.valueOf(preference++)), language.asText());
        }
        for (var interest : json.path("interests")) {
            card.text("INTEREST", interest);
        }
        card.text("TZ", json.path("timeZone"));
        card.text("NOTE", json.path("notes"));
    }

    private void extensions(ObjectNode json, ExportedContact contact, ObjectNode exact) throws IOException {
        card.text("X-RAPPORT-INDUSTRY", json.path("industry"));
        card.text("X-RAPPORT-RELATIONSHIP", json.path("relationship"));
        card.text("X-RAPPORT-OWNER", json.path("owner"));
        card.property("X-RAPPORT-INTRODUCED-BY", Map.of(), contact.introducer());
        var meeting = json.path("firstMeeting");
        card.text("X-RAPPORT-MET-HOW", meeting.path("how"));
        card.text("X-RAPPORT-MET-WHERE", meeting.path("where"));
        card.text("X-RAPPORT-MET-ON", meeting.path("on"));
        var cadence = json.path("cadence");
        if (cadence.isObject()) {
            var kinds =
                    cadence.path("counting").valueStream().map(JsonNode::asText).toList();
            var gaps = cadence.path("ideal").asText() + ";"
                    + cadence.path("longest").asText("");
            card.property("X-RAPPORT-CADENCE", Map.of(), gaps + ";" + VObjectPropertyValues.writeList(kinds));
        }
        for (var field : json.path("customFields").properties()) {
            var type = contact.customFieldTypes().getOrDefault(field.getKey(), "text");
            var written = CardText.escaped(JsonText.write(field.getValue()));
            card.property("X-RAPPORT-FIELD", CardText.parameters("X-KEY", field.getKey(), "TYPE", type), written);
        }
        if (!exact.isEmpty()) {
            card.property("X-RAPPORT-EXACT", Map.of(), CardText.escaped(JsonText.write(exact)));
        }
    }
}
