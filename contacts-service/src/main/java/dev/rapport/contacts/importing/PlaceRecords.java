package dev.rapport.contacts.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.problem.ApiException;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.format.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Decides for each record of a batch, one after the other, whose it is and what it changes. */
final class PlaceRecords {

    private static final String INTRODUCER = "introducedBy";

    private final ContactImport job;
    private final Party party;
    private final Map<String, Source> sources;
    private final Function<ObjectNode, ContactDetails> read;
    private final Map<String, Source> seen = new HashMap<>();
    private final List<Link> links = new ArrayList<>();

    /**
     * @param sources known of the records' refs
     * @param read reads details out of a tree; 400 when they are none
     */
    PlaceRecords(
            ContactImport job, Party party, Map<String, Source> sources, Function<ObjectNode, ContactDetails> read) {
        this.job = job;
        this.party = party;
        this.sources = new HashMap<>(sources);
        this.read = read;
    }

    /** Somebody who was introduced by somebody of whom nothing is known yet. */
    record Link(long line, UUID contactId, String introducer) {}

    /** Whether the record's contact is present and the record says what it said when it was last imported. */
    boolean isKnown(Incoming incoming) {
        var source = sources.get(incoming.ref());
        return source != null
                && source.hashes().contains(incoming.hash())
                && party.find(source.contactId())
                        .filter(it -> !party.isDeleted(it))
                        .isPresent();
    }

    /** Places a record. */
    Outcome place(Candidate candidate) {
        if (candidate.isKnown()) {
            return new Outcome(Outcome.Kind.UNCHANGED, candidate.faults());
        }
        if (!candidate.isUsable()) {
            return Outcome.rejected(candidate);
        }
        var id = find(candidate);
        if (id.isEmpty()) {
            return add(candidate);
        }
        var how = party.had(id.get()) ? Existing.FILL : job.settings().existing();
        if (party.isDeleted(id.get()) && how != Existing.OVERWRITE) {
            return Outcome.rejected(candidate.with(new Fault(
                    candidate.line(), "record", "its contact was deleted; existing=overwrite brings it back")));
        }
        return isKnown(candidate.incoming())
                ? new Outcome(Outcome.Kind.UNCHANGED, candidate.faults())
                : change(id.get(), candidate, how);
    }

    /** What was seen, to be remembered. */
    Collection<Source> seen() {
        return seen.values();
    }

    /** What is left for the end of the import. */
    List<Link> links() {
        return links;
    }

    private Optional<UUID> find(Candidate candidate) {
        var source = sources.get(candidate.incoming().ref());
        return Optional.ofNullable(source)
                .flatMap(it -> party.find(it.contactId()))
                .or(() -> Uids.id(candidate.incoming().record().uid()).flatMap(party::find))
                .or(() -> party.find(candidate.details()));
    }

    private Outcome add(Candidate candidate) {
        var id = UuidCreator.getTimeOrderedEpochPlus1();
        var faults = new ArrayList<>(candidate.faults());
        var tree = DetailsJson.tree(candidate.details());
        introduce(id, candidate, faults).ifPresent(it -> tree.put(INTRODUCER, it.toString()));
        party.become(id, DetailsJson.read(tree, ContactDetails.class));
        remember(id, candidate);
        return new Outcome(Outcome.Kind.CREATED, faults);
    }

    private Outcome change(UUID id, Candidate candidate, Existing how) {
        boolean isDeleted = party.isDeleted(id);
        var known = party.details(id);
        var faults = new ArrayList<>(candidate.faults());
        var details = how == Existing.SKIP ? known : combined(id, candidate, how, faults);
        remember(id, candidate);
        if (details.equals(known) && !isDeleted) {
            return new Outcome(Outcome.Kind.UNCHANGED, faults);
        }
        party.become(id, details);
        return new Outcome(Outcome.Kind.CHANGED, faults);
    }

    /** What does not go together with what is known is left out: for one, more addresses than a contact can have. */
    private ContactDetails combined(UUID id, Candidate candidate, Existing how, List<Fault> faults) {
        var known = DetailsJson.tree(party.details(id));
        var stated = candidate.stated().deepCopy();
        introduce(id, candidate, faults).ifPresent(it -> stated.put(INTRODUCER, it.toString()));
        while (true) {
            try {
                return read.apply(
                        how == Existing.OVERWRITE ? Combine.overwrite(known, stated) : Combine.fill(known, stated));
            } catch (ApiException e) {
                var violations = e.problem().violations();
                if (violations == null || !Drops.fields(stated, violations)) {
                    throw e;
                }
                violations.forEach(it -> faults.add(new Fault(candidate.line(), it.field(), it.message())));
            }
        }
    }

    /** The introducer, if it is known by now; else it may come later in the file. */
    private Optional<UUID> introduce(UUID id, Candidate candidate, List<Fault> faults) {
        var uid = candidate.incoming().record().introducedBy();
        if (uid == null) {
            return Optional.empty();
        }
        var introducer = Optional.ofNullable(sources.get(Hashes.uidRef(uid)))
                .flatMap(it -> party.find(it.contactId()))
                .or(() -> Uids.id(uid).flatMap(party::find))
                .filter(it -> !party.isDeleted(it));
        if (introducer.filter(id::equals).isPresent()) {
            faults.add(new Fault(candidate.line(), INTRODUCER, "must be another contact"));
            return Optional.empty();
        }
        if (introducer.isEmpty()) {
            links.add(new Link(candidate.line(), id, uid));
        }
        return introducer;
    }

    private void remember(UUID id, Candidate candidate) {
        var incoming = candidate.incoming();
        var source = Source.seen(sources.get(incoming.ref()), incoming.ref(), id, job.id(), incoming.hash());
        sources.put(incoming.ref(), source);
        seen.put(incoming.ref(), source);
        party.has(id);
    }
}
