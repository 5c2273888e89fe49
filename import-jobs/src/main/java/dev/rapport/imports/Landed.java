package dev.rapport.imports;

import java.util.List;
import java.util.Map;

/**
 * What became of a batch of records.
 *
 * @param counts by the counters of the kind; one that is not named is not raised
 * @param problems in the order of the file
 */
public record Landed(Map<String, Long> counts, List<ImportProblem> problems) {

    /** Takes copies of both. */
    public Landed {
        counts = Map.copyOf(counts);
        problems = List.copyOf(problems);
    }
}
