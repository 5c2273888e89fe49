package dev.rapport.contacts.importing;

import dev.rapport.contacts.format.Fault;
import java.util.List;
import java.util.Locale;

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

    static Outcome rejected(Candidate candidate) {
        return new Outcome(Kind.REJECTED, candidate.faults());
    }
}
