package dev.rapport.contacts.importing;

import dev.rapport.contacts.format.Fault;
import dev.rapport.imports.ImportProblem;
import dev.rapport.imports.Landed;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What became of a record.
 *
 * @param faults what was left out of it; of a rejected one, why it was
 */
record Outcome(Kind kind, List<Fault> faults) {

    /** What can become of a record. */
    enum Kind {
        CREATED,
        CHANGED,
        UNCHANGED,
        REJECTED;

        /** Where it is counted. */
        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All of them together. */
    static Landed landed(List<Outcome> outcomes) {
        var counts =
                outcomes.stream().collect(Collectors.groupingBy(it -> it.kind().column(), Collectors.counting()));
        var problems = outcomes.stream()
                .flatMap(it -> it.faults().stream().map(fault -> problem(fault, it.kind() == Kind.REJECTED)))
                .toList();
        return new Landed(counts, problems);
    }

    /** The problem that a fault is. */
    static ImportProblem problem(Fault fault, boolean rejected) {
        return ImportProblem.of(fault.line(), fault.field(), fault.message(), rejected);
    }

    static Outcome rejected(Candidate candidate) {
        return new Outcome(Kind.REJECTED, candidate.faults());
    }
}
