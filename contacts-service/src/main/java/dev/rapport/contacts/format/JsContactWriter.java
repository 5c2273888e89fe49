package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes an array of cards of JSContact (RFC 9553), one on each line. */
final class JsContactWriter implements ContactFileWriter {

    private final Writer out;
    private boolean hasCards;

    JsContactWriter(OutputStream file) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
        out.write('[');
    }

    @Override
    public void write(ExportedContact contact) throws IOException {
        out.write(hasCards ? ",\n" : "\n");
        out.write(JsonText.write(card(contact)));
        hasCards = true;
    }

    @Override
    public void close() throws IOException {
        out.write("\n]\n");
        out.close();
    }

    private static ObjectNode card(ExportedContact contact) {
        return new JsContactCard(contact).json();
    }
}
