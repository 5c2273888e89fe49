package dev.rapport.contacts.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a contact from each line; lines that are none are reported, and do not disturb the others. */
final class NdjsonReader implements ContactFileReader {

    /** No object begins with another: the outer brace stands where a line break was. */
    private static final Pattern BRACE_TOO_MANY = Pattern.compile("\\s*\\{\\s*(?=\\{)");

    private final SourceLines source;
    private final ReadSettings settings;

    /** Of a line that has more than one object, as its end was lost: what is not read yet. */
    private String rest;

    private long restLine;

    NdjsonReader(SourceLines source, ReadSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    @Override
    public Optional<ImportedRecord> next() throws IOException {
        if (rest != null) {
            var text = rest;
            rest = null;
            return Optional.of(record(restLine, text));
        }
        for (var line = source.next(); line != null; line = source.next()) {
            var text = source.text(line.bytes());
            if (line.cut()) {
                return Optional.of(ImportedRecord.unusable(line.number(), "json", "the line is longer than 4 MiB"));
            }
            if (!text.isBlank()) {
                return Optional.of(record(line.number(), text));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private ImportedRecord record(long line, String text) {
        JsonNode json;
        try {
            json = JsonText.read(text);
        } catch (JsonProcessingException e) {
            splitAfterObject(line, text);
            return ImportedRecord.unusable(line, "json", JsonText.message(e));
        }
        if (!(json instanceof ObjectNode contact)) {
            return ImportedRecord.unusable(line, "json", "the line is no JSON object");
        }
        var draft = new Draft(line, settings);
        draft.uid(line, contact.path("uid").asText(contact.path("id").asText(null)));
        if (contact.path("photo").isObject()) {
            contact.remove("photo");
            draft.fault(line, "photo", "is only described: the file must have it as a data: URI");
        }
        new JsonIntake(draft, line).contact(contact);
        return draft.finish();
    }

    private void splitAfterObject(long line, String text) {
        int end = new JsonScan().end(text);
        var extra = BRACE_TOO_MANY.matcher(text);
        int next = end >= 0 ? text.indexOf('{', end) : extra.lookingAt() ? extra.end() : -1;
        if (next >= 0) {
            rest = text.substring(next);
            restLine = line;
        }
    }
}
