package dev.rapport.contacts.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Stream;

/** Several values in one cell: with {@code " ::: "} between them as Google does it, or as JSON where that is ambiguous. */
final class CsvList {

    /** More than any list may have. */
    private static final int MOST = 1_000;

    private static final String SEPARATOR = " ::: ";

    private CsvList() {}

    static String write(List<String> values) {
        boolean isPlain = values.stream()
                .noneMatch(it -> it.contains(":::") || it.startsWith("[") || it.isBlank() || !it.equals(it.strip()));
        if (isPlain) {
            return String.join(SEPARATOR, values);
        }
        var json = JsonNodeFactory.instance.arrayNode();
        values.forEach(json::add);
        return JsonText.write(json);
    }

    static List<String> read(String cell) {
        if (cell.startsWith("[")) {
            try {
                return JsonText.read(cell).valueStream().map(it -> it.asText()).toList();
            } catch (JsonProcessingException e) {
                return List.of(cell);
            }
        }
        return Stream.of(cell.split(":::", MOST))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
