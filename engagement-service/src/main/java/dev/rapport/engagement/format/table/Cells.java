package dev.rapport.engagement.format.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells of a row by their fields; empty cells are not there. */
final class Cells {

    private final Map<String, List<String>> byField = new HashMap<>();

    Cells(List<String> fields, List<String> cells) {
        for (int i = 0; i < Math.min(fields.size(), cells.size()); i++) {
            if (!fields.get(i).isEmpty() && !cells.get(i).isEmpty()) {
                byField.computeIfAbsent(fields.get(i), it -> new ArrayList<>(1)).add(cells.get(i));
            }
        }
    }

    /** The first cell of this field; empty when there is none. */
    String first(String field) {
        return byField.getOrDefault(field, List.of("")).get(0);
    }

    /** All cells of this field. */
    List<String> all(String field) {
        return byField.getOrDefault(field, List.of());
    }

    boolean isEmpty() {
        return byField.isEmpty();
    }
}
