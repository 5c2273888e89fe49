package dev.rapport.contacts.format;

import java.nio.charset.Charset;
import java.util.Map;

/**
 * What a client knows of its file.
 *
 * @param csvMapping the field of the contact by the header of the column, or by its number from 1 when there is no header:
 *     {@code Firma -> organization}, {@code Mail 2 -> emails[work]}, {@code 3 -> customFields.tier}; an empty field leaves
 *     the column out
 * @param defaultRegion the ISO 3166 country of phone numbers without a country code, null when unknown
 * @param delimiter of CSV; null to detect it
 * @param charset null to detect it
 */
public record ReadSettings(Map<String, String> csvMapping, String defaultRegion, Character delimiter, Charset charset) {

    /** Everything is to be detected. */
    public static final ReadSettings NONE = new ReadSettings(Map.of(), null, null, null);

    public ReadSettings {
        csvMapping = csvMapping == null ? Map.of() : Map.copyOf(csvMapping);
    }
}
