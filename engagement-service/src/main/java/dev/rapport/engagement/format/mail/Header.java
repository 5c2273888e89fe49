package dev.rapport.engagement.format.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The header of a message: the fields that are of use, unfolded, and the body that follows. Never fails, never grows large. */
final class Header {

    private static final int LONGEST_FIELD = 1 << 17;
    private static final int MOST_KEPT = 1 << 20;
    private static final int MOST_OF_A_NAME = 50;
    private static final int LONGEST_NAME = 100;

    private final Map<String, List<String>> fields = new HashMap<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private InputStream body = InputStream.nullInputStream();
    private int kept;
    private int last = -1;
    private boolean isEmpty = true;

    private Header() {}

    /** Reads the header; the stream then stands in the body. */
    static Header read(InputStream message) throws IOException {
        var header = new Header();
        header.fill(message);
        return header;
    }

    /** Whether the message has neither header nor body. */
    boolean isEmpty() {
        return isEmpty;
    }

    InputStream body() {
        return body;
    }

    /** Whether there is such a field, even an empty one. */
    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The first such field, decoded; empty text when there is none. */
    String text(String name) {
        var all = fields.get(name);
        return all == null ? "" : MailText.decoded(all.get(0)).strip();
    }

    /** All fields of this name, as written. */
    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The first such field as written, in lower case. */
    String lower(String name) {
        var all = fields.get(name);
        return all == null ? "" : all.get(0).strip().toLowerCase(Locale.ROOT);
    }

    private void fill(InputStream message) throws IOException {
        var field = new StringBuilder();
        while (nextLine(message)) {
            var text = MailText.of(line.toByteArray());
            isEmpty = false;
            if (text.isEmpty()) {
                break;
            }
            boolean isFolded = text.charAt(0) == ' ' || text.charAt(0) == '\t';
            if (isFolded && !field.isEmpty()) {
                append(field, text);
            } else if (Envelope.isField(text) && !text.startsWith(">From ")) {
                keep(field);
                append(field, text);
            } else if (!isFolded && !text.startsWith("From ") && !text.startsWith(">From ")) {
                body = new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8));
                break;
            }
        }
        keep(field);
        var pushed = new ByteArrayInputStream(last < 0 ? new byte[0] : new byte[] {(byte) last});
        body = new SequenceInputStream(body, new SequenceInputStream(pushed, message));
    }

    private static void append(StringBuilder field, String text) {
        if (field.length() + text.length() <= LONGEST_FIELD) {
            field.append(text);
        }
    }

    private void keep(StringBuilder field) {
        int colon = field.indexOf(":");
        if (colon > 0 && colon <= LONGEST_NAME && kept + field.length() <= MOST_KEPT) {
            var name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            var all = fields.computeIfAbsent(name, it -> new ArrayList<>(1));
            if (all.size() < MOST_OF_A_NAME) {
                all.add(field.substring(colon + 1));
                kept += field.length();
            }
        }
        field.setLength(0);
    }

    /** Lines end with CR LF, with LF, and on old Macs with CR; what is too long of a line is passed over. */
    private boolean nextLine(InputStream message) throws IOException {
        line.reset();
        int read = last >= 0 ? last : message.read();
        last = -1;
        if (read < 0) {
            return false;
        }
        for (; read >= 0 && read != '\n'; read = message.read()) {
            if (read == '\r') {
                int next = message.read();
                last = next == '\n' ? -1 : next;
                return true;
            }
            if (line.size() < LONGEST_FIELD) {
                line.write(read);
            }
        }
        return true;
    }
}
