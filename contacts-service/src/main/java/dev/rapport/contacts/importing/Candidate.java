package dev.rapport.contacts.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.format.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * A record that is about to become a contact.
 *
 * @param isKnown whether it says what it said when it was last imported; then it is not read
 * @param stated what the file says, in the normal form as JSON; null when the record is of no use
 * @param details the same as a contact; null when the record is of no use
 * @param faults what was left out of it, or why it is of no use
 */
record Candidate(Incoming incoming, boolean isKnown, ObjectNode stated, ContactDetails details, List<Fault> faults) {

    /** A record of which nothing can be taken over. */
    static Candidate unusable(Incoming incoming, List<Fault> faults) {
        var reasons = faults.isEmpty()
                ? List.of(new Fault(incoming.record().line(), "record", "says nothing of a contact"))
                : faults;
        return new Candidate(incoming, false, null, null, reasons);
    }

    /** A record that needs no reading, because it says what it said before. */
    static Candidate known(Incoming incoming) {
        return new Candidate(incoming, true, null, null, incoming.record().faults());
    }

    boolean isUsable() {
        return details != null;
    }

    /** Where it begins in the file. */
    long line() {
        return incoming.record().line();
    }

    /** The candidate with one more thing to tell. */
    Candidate with(Fault fault) {
        var all = new ArrayList<>(faults);
        all.add(fault);
        return new Candidate(incoming, isKnown, stated, details, all);
    }
}
