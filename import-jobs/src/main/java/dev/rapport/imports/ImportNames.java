package dev.rapport.imports;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the imports of a service are kept and found. The tables {@code X}, {@code X_chunk} and {@code X_problem} have the
 * columns of the migration that made {@code contact_import}; {@code X} has a column for each counter besides.
 *
 * @param table {@code X}
 * @param path of the imports in the API, such as {@code /v1/contact-imports}
 * @param counters columns that count what became of records; one of them is {@link #REJECTED}
 * @param leftovers tables other than the chunks whose rows, by {@code workspace_id} and {@code import_id}, only a run needs
 */
public record ImportNames(String table, String path, List<String> counters, List<String> leftovers) {

    /** Counts the records of which nothing was taken over. */
    public static final String REJECTED = "rejected";

    /** Takes copies of the lists. */
    public ImportNames {
        counters = List.copyOf(counters);
        leftovers = List.copyOf(leftovers);
        if (!counters.contains(REJECTED)) {
            throw new IllegalArgumentException("there must be a counter " + REJECTED);
        }
    }

    /** The pieces of files. */
    String chunks() {
        return table + "_chunk";
    }

    /** The problems. */
    String problems() {
        return table + "_problem";
    }

    /** What the cursor of the list of imports is good for. */
    String list() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The columns that {@link ImportJob#read} needs of table {@code i}. */
    String columns() {
        var counted = counters.stream().map(it -> "i." + it).collect(Collectors.joining(", "));
        return " i.workspace_id, i.id, i.member, i.state, i.settings, i.size, i.bytes_read, i.records, i.faults, "
                + counted + ", i.revision, i.failure, i.created_at, i.started_at, i.ended_at ";
    }
}
