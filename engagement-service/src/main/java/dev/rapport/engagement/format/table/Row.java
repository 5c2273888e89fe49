package dev.rapport.engagement.format.table;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line where it begins
 * @param cells its cells, stripped
 * @param fault what is wrong with it as a row; null when nothing is
 */
record Row(long line, List<String> cells, String fault) {

    /** Whether nothing is written in it. */
    boolean isBlank() {
        return fault == null && cells.stream().allMatch(String::isEmpty);
    }
}
