package dev.rapport.contacts.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the columns of a file mean, by their headers. */
final class CsvHeaders {

    private static final Map<String, String> KNOWN = load();

    /** The columns of Google that come as often as there are values. */
    private static final Pattern GOOGLE = Pattern.compile(
            "(e-mail|phone|address|organization|website|event|im|relation|custom field) (\\d{1,3}) - ([a-z -]+)");

    private static final Map<String, String> GOOGLE_FIELDS = Map.of(
            "e-mail", "emails",
            "phone", "phones",
            "address", "postalAddresses",
            "organization", "organizations",
            "website", "pages",
            "event", "days",
            "im", "handles",
            "relation", "relations",
            "custom field", "customs");

    /** The fields of files that this program wrote, and of mappings. */
    private static final Set<String> OWN = Set.of(
            "uid",
            "emails",
            "phones",
            "handles",
            "websites",
            "pages",
            "labels",
            "postalAddresses",
            "relationship",
            "interests",
            "languages",
            "timeZone",
            "birthday",
            "anniversaries",
            "days",
            "firstMeeting",
            "connectedOn",
            "introducedBy",
            "circleNames",
            "circles",
            "cadence",
            "owner",
            "customFields",
            "customFieldTypes",
            "photo");

    private static final CsvColumn NONE = new CsvColumn("", null, null);
    private static final int LONGEST_KEY = 50;

    private final Map<String, String> mapping;

    CsvHeaders(Map<String, String> mapping) {
        this.mapping = new HashMap<>();
        mapping.forEach((header, path) -> this.mapping.put(normal(header), path));
    }

    /** How many of these cells look like headers. */
    long known(List<String> cells) {
        return cells.stream()
                .filter(cell -> !cell.isBlank())
                .filter(this::isKnown)
                .count();
    }

    /** Where each column goes. */
    List<CsvColumn> columns(List<String> header) {
        var columns = new ArrayList<CsvColumn>();
        boolean isOwnFile = header.contains("circleNames");
        for (int i = 0; i < header.size(); i++) {
            boolean isOwn = isOwnFile && isField(header.get(i));
            columns.add(isOwn ? path(header.get(i)) : column(header.get(i), i + 1));
        }
        boolean hasTitle = columns.stream().anyMatch(it -> it.field().equals("title"));
        columns.replaceAll(it -> it.field().equals("title?")
                ? CsvColumn.of(hasTitle ? "namePrefix" : "title").orElseThrow()
                : it);
        return columns;
    }

    /** Where each column goes in a file without header, by the numbers in the mapping; empty if there are none. */
    List<CsvColumn> byPosition() {
        var columns = new ArrayList<CsvColumn>();
        mapping.keySet().stream()
                .filter(key -> key.matches("[1-9][0-9]{0,2}"))
                .mapToInt(Integer::parseInt)
                .max()
                .ifPresent(last -> {
                    for (int i = 1; i <= last; i++) {
                        columns.add(path(mapping.getOrDefault(String.valueOf(i), "")));
                    }
                });
        return columns;
    }

    /** Whether a mapping's field is one that can be filled. */
    static boolean isField(String path) {
        return CsvColumn.of(path)
                .filter(it -> OWN.contains(it.field()) || Limits.texts().containsKey(it.field()))
                .isPresent();
    }

    private boolean isKnown(String header) {
        var normal = normal(header);
        return mapping.containsKey(normal)
                || KNOWN.containsKey(normal)
                || GOOGLE.matcher(normal).matches()
                || isField(header.strip());
    }

    private CsvColumn column(String header, int position) {
        var normal = normal(header);
        var google = GOOGLE.matcher(normal);
        if (mapping.containsKey(normal)) {
            return path(mapping.get(normal));
        }
        if (KNOWN.containsKey(normal)) {
            return KNOWN.get(normal).equals("title?") ? new CsvColumn("title?", null, null) : path(KNOWN.get(normal));
        }
        if (google.matches()) {
            return new CsvColumn(GOOGLE_FIELDS.get(google.group(1)), google.group(2), google.group(3));
        }
        if (isField(header.strip())) {
            return path(header.strip());
        }
        return header.isBlank() ? NONE : new CsvColumn("customFields", null, key(normal, position));
    }

    private static CsvColumn path(String path) {
        return path.isBlank() ? NONE : CsvColumn.of(path).orElse(NONE);
    }

    /** A key of the letters a to z, digits and underscores. */
    private static String key(String header, int position) {
        var ascii = Normalizer.normalize(header.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        var key = ascii.replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        key = key.substring(0, Math.min(key.length(), LONGEST_KEY));
        return key.isEmpty() || !Character.isLetter(key.charAt(0)) ? "column_" + position : key;
    }

    private static String normal(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> load() {
        try (InputStream in = CsvHeaders.class.getResourceAsStream("csv-headers.txt")) {
            var known = new HashMap<String, String>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.split("=", 2))
                    .forEach(it -> known.put(it[0].strip(), it[1].strip()));
            return Map.copyOf(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
