package dev.rapport.engagement.importing;

import dev.rapport.engagement.interaction.Interaction;
import dev.rapport.engagement.interaction.Recorded;
import dev.rapport.imports.ImportNames;
import dev.rapport.imports.ImportProblem;
import dev.rapport.imports.Landed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts what becomes of the records of a batch. */
final class Tally {

    static final String CREATED = "created";
    static final String CHANGED = "changed";
    static final String UNCHANGED = "unchanged";
    static final String IGNORED = "ignored";
    static final String REJECTED = ImportNames.REJECTED;
    static final String MATCHED = "matched";
    static final String UNMATCHED = "unmatched";

    /** Where it is counted: the first five count records, the last two their participants. */
    static final List<String> COUNTERS = List.of(CREATED, CHANGED, UNCHANGED, IGNORED, REJECTED, MATCHED, UNMATCHED);

    private final Map<String, Long> counts = new HashMap<>();
    private final List<ImportProblem> problems = new ArrayList<>();

    void ignored(int records) {
        counts.merge(IGNORED, (long) records, Long::sum);
    }

    /** Counts a record of which nothing is taken over. */
    void rejected(List<ImportProblem> reasons) {
        counts.merge(REJECTED, 1L, Long::sum);
        problems.addAll(reasons);
    }

    void recorded(Recorded recorded) {
        counts.merge(
                switch (recorded.outcome()) {
                    case CREATED -> CREATED;
                    case UPDATED -> CHANGED;
                    case UNCHANGED -> UNCHANGED;
                },
                1L,
                Long::sum);
        Stream.concat(Stream.of(recorded.interaction()), recorded.interaction().others().stream())
                .map(Interaction::isMatched)
                .forEach(isMatched -> counts.merge(isMatched ? MATCHED : UNMATCHED, 1L, Long::sum));
    }

    Landed landed() {
        return new Landed(counts, problems);
    }
}
