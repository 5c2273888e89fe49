package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads small files for tests. */
final class Reading {

    private Reading() {}

    static List<ImportedRecord> all(ContactFormat format, InputStream file, ReadSettings settings) throws IOException {
        var records = new ArrayList<ImportedRecord>();
        try (var reader = format.reader(file, settings)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                records.add(next.get());
            }
        }
        return records;
    }

    static List<ImportedRecord> all(ContactFormat format, byte[] file) throws IOException {
        return all(format, new ByteArrayInputStream(file), ReadSettings.NONE);
    }

    static List<ImportedRecord> all(ContactFormat format, String file) throws IOException {
        return all(format, file.getBytes(StandardCharsets.UTF_8));
    }

    static List<ImportedRecord> csv(String file) throws IOException {
        return all(ContactFormat.CSV, file);
    }

    static List<ImportedRecord> csv(String file, Map<String, String> mapping, String region) throws IOException {
        var settings = new ReadSettings(mapping, region, null, null);
        return all(ContactFormat.CSV, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), settings);
    }

    /** The one record of a card with these lines. */
    static ImportedRecord card(String version, String... lines) throws IOException {
        var text = "BEGIN:VCARD\r\nVERSION:" + version + "\r\n" + String.join("\r\n", lines) + "\r\nEND:VCARD\r\n";
        var records = all(ContactFormat.VCARD, text);
        if (records.size() != 1) {
            throw new AssertionError("not one record: " + records);
        }
        return records.get(0);
    }

    static List<String> texts(ObjectNode contact, String list) {
        return contact.path(list).valueStream().map(JsonNode::asText).toList();
    }

    static String text(ImportedRecord record, String field) {
        return record.contact().path(field).asText(null);
    }

    static String label(ImportedRecord record, String address) {
        return record.contact().path("labels").path(address).asText(null);
    }
}
