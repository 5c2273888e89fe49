package dev.rapport.contacts.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.problem.ApiException;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.Photo;
import dev.rapport.contacts.format.Fault;
import dev.rapport.contacts.format.ImportedRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Turns the records of a file into candidates: what is not valid of a record is left out and listed. */
@ApplicationScoped
class ReadRecords {

    /** Each round leaves something out; nobody has that many kinds of faults. */
    private static final int MOST_ROUNDS = 40;

    private final ReadDetails read;

    @Inject
    ReadRecords(ReadDetails read) {
        this.read = read;
    }

    /** One candidate per record, in their order. */
    List<Candidate> read(List<Incoming> records, Referred references, Surroundings with) {
        return records.stream().map(it -> candidate(it, references, with)).toList();
    }

    private Candidate candidate(Incoming incoming, Referred references, Surroundings with) {
        var record = incoming.record();
        if (!record.isUsable()) {
            return Candidate.unusable(incoming, record.faults());
        }
        var tree = record.contact().deepCopy();
        var faults = new ArrayList<>(record.faults());
        circles(record, references, faults)
                .forEach(it -> tree.withArray("circles").add(it.toString()));
        var details = attempt(tree, it -> read.read(it, references.unchecked()), record.line(), faults);
        if (details == null) {
            return Candidate.unusable(incoming, faults);
        }
        var stated = DetailsJson.tree(details);
        photo(record, with, faults).ifPresent(it -> stated.set("photo", DetailsJson.tree(it)));
        var complete = DetailsJson.read(stated, ContactDetails.class);
        return new Candidate(incoming, false, stated(stated, record), complete, faults);
    }

    private static Set<UUID> circles(ImportedRecord record, Referred references, List<Fault> faults) {
        var circles = new TreeSet<>(references.circlesOfAll());
        for (var name : record.circles()) {
            var circle = references.circles().get(name);
            if (circle != null) {
                circles.add(circle);
            } else {
                faults.add(new Fault(record.line(), "circles", "cannot be the name of a circle"));
            }
        }
        return circles;
    }

    private static Optional<Photo> photo(ImportedRecord record, Surroundings with, List<Fault> faults) {
        try {
            return Optional.ofNullable(record.photo()).map(with::photo);
        } catch (ApiException e) {
            faults.add(new Fault(record.line(), "photo", e.problem().detail()));
            return Optional.empty();
        }
    }

    /** Leaves out what is refused until the rest is accepted; null when there is no such rest. */
    private static ContactDetails attempt(
            ObjectNode tree, Function<ObjectNode, ContactDetails> read, long line, List<Fault> faults) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            try {
                return read.apply(tree);
            } catch (ApiException e) {
                var violations = e.problem().violations();
                if (violations == null) {
                    throw e;
                }
                violations.forEach(it -> faults.add(new Fault(line, it.field(), it.message())));
                if (!Drops.apply(tree, violations)) {
                    return null;
                }
            }
        }
        return null;
    }

    /** What follows from nothing in the file is not stated by it; a name that says no more than its parts is. */
    private static ObjectNode stated(ObjectNode details, ImportedRecord record) {
        var stated = details.deepCopy();
        for (var field : List.of("owner", "relationship")) {
            if (!record.contact().has(field)) {
                stated.remove(field);
            }
        }
        if (record.contact().has("displayName") && !stated.has("displayName")) {
            stated.putNull("displayName");
        }
        return stated;
    }
}
