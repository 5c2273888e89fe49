package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A file of contacts called Name 0, Name 1 and so on, to be damaged.
 *
 * @param start of the first record
 * @param ends of each record: its index after the last byte
 */
record SampleFile(byte[] file, List<Integer> ends, int start) {

    static final int CONTACTS = 12;

    static SampleFile of(ContactFormat format) throws IOException {
        var file = new ByteArrayOutputStream();
        var ends = new ArrayList<Integer>();
        try (var writer = format.writer(file)) {
            for (int i = 0; i < CONTACTS; i++) {
                writer.write(contact(i));
            }
        }
        var text = file.toString(StandardCharsets.ISO_8859_1);
        var last =
                switch (format) {
                    case VCARD -> "END:VCARD\r\n";
                    case CSV -> ",1970-01-01T00:00:00Z\r\n";
                    case JSCONTACT, NDJSON -> "}\n";
                };
        int from = format == ContactFormat.CSV ? text.indexOf('\n') + 1 : 0;
        int start = from;
        for (int i = 0; i < CONTACTS; i++) {
            boolean isFollowed = format == ContactFormat.JSCONTACT && i < CONTACTS - 1;
            var end = isFollowed ? "},\n" : last;
            from = text.indexOf(end, from) + end.length();
            ends.add(from);
        }
        return new SampleFile(file.toByteArray(), ends, start);
    }

    private static ExportedContact contact(int number) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("displayName", "Name " + number).put("relationship", "other");
        json.put("notes", "A \"quoted\" note,\nwith lines; and ümläuts\\ " + "x".repeat(100));
        json.putArray("emails").add("n" + number + "@example.org");
        var then = Instant.EPOCH;
        return new ExportedContact(
                new UUID(FullContact.ID.getMostSignificantBits(), number),
                FullContact.exported(json).details(),
                List.of("A, B"),
                FullContact.PNG,
                Map.of(),
                then,
                then);
    }

    /** The index after the last byte of a record, without the line break that parts it from the next. */
    int textEnd(int number) {
        int end = ends.get(number);
        while (file[end - 1] == '\n' || file[end - 1] == '\r') {
            end--;
        }
        return end;
    }

    /** The names of all but this one. */
    static List<String> namesBut(int victim) {
        var names = new ArrayList<String>();
        for (int i = 0; i < CONTACTS; i++) {
            if (i != victim) {
                names.add("Name " + i);
            }
        }
        return names;
    }
}
