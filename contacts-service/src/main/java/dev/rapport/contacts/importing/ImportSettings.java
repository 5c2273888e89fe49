package dev.rapport.contacts.importing;

import dev.rapport.contacts.format.ContactFormat;
import dev.rapport.contacts.format.ReadSettings;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a client says of its file, and of what to do with it: stored with the import.
 *
 * @param fileName null when unknown
 * @param dryRun whether only to tell what would happen
 * @param circles to put everybody in
 * @param defaultRegion of phone numbers without a country code; null when unknown
 * @param delimiter of CSV; null to detect it
 * @param charset null to detect it
 * @param mapping of CSV's columns to fields
 */
record ImportSettings(
        ContactFormat format,
        String fileName,
        boolean dryRun,
        Existing existing,
        List<UUID> circles,
        String defaultRegion,
        Character delimiter,
        String charset,
        Map<String, String> mapping) {

    ImportSettings {
        circles = circles == null ? List.of() : List.copyOf(circles);
        mapping = mapping == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(mapping));
    }

    /** What the file's reader needs to know. */
    ReadSettings readSettings() {
        return new ReadSettings(mapping, defaultRegion, delimiter, charset == null ? null : Charset.forName(charset));
    }
}
