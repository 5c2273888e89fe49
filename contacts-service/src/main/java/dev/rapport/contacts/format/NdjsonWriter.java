package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes a line for each contact: the JSON of the API with {@code uid}, {@code circleNames}, {@code customFieldTypes},
 * {@code introducedBy} as the introducer's uid, and {@code photo} as a {@code data:} URI.
 */
final class NdjsonWriter implements ContactFileWriter {

    private final Writer out;

    NdjsonWriter(OutputStream file) {
        this.out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
    }

    @Override
    public void write(ExportedContact contact) throws IOException {
        out.write(JsonText.write(line(contact)));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** The contact with all that the record format has. */
    static ObjectNode line(ExportedContact contact) {
        var line = contact.json();
        line.put("uid", contact.id().toString());
        if (!contact.circleNames().isEmpty()) {
            var names = line.putArray("circleNames");
            contact.circleNames().forEach(names::add);
        }
        if (contact.introducer() != null) {
            line.put("introducedBy", contact.introducer());
        }
        if (!contact.customFieldTypes().isEmpty()) {
            var types = line.putObject("customFieldTypes");
            contact.customFieldTypes().forEach(types::put);
        }
        if (contact.photo() != null) {
            line.put("photo", contact.photoUri());
        }
        return line.put("createdAt", contact.createdAt().toString())
                .put("updatedAt", contact.updatedAt().toString());
    }
}
