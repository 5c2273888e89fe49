package dev.rapport.contacts.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** Reads cards of JSContact (RFC 9553). */
final class JsContactReader implements ContactFileReader {

    private final SourceLines source;
    private final ReadSettings settings;
    private final JsonObjects objects;

    JsContactReader(SourceLines source, ReadSettings settings) {
        this.source = source;
        this.settings = settings;
        this.objects = new JsonObjects(source);
    }

    @Override
    public Optional<ImportedRecord> next() throws IOException {
        var found = objects.next();
        if (found == null) {
            return Optional.empty();
        }
        return Optional.of(
                found.fault() == null ? record(found) : ImportedRecord.unusable(found.line(), "json", found.fault()));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private ImportedRecord record(JsonObjects.Found found) {
        JsonNode json;
        try {
            json = JsonText.read(found.text());
        } catch (JsonProcessingException e) {
            objects.reread();
            return ImportedRecord.unusable(found.line(), "json", JsonText.message(e));
        }
        var type = json.path("@type").asText("Card");
        if (!(json instanceof ObjectNode card) || !type.equals("Card")) {
            return ImportedRecord.unusable(found.line(), "@type", "is no Card");
        }
        if (card.path("kind").asText().equals("group")) {
            return ImportedRecord.unusable(
                    found.line(), "kind", "is a group of contacts: circles come from the keywords of its members");
        }
        var draft = new Draft(found.line(), settings);
        new JsContactIntake(draft, found.line(), new Dates(settings.defaultRegion())).card(card);
        return draft.finish();
    }
}
