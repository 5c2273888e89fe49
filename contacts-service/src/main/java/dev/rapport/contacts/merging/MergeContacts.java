package dev.rapport.contacts.merging;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.precondition.IfMatch;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactReader;
import dev.rapport.contacts.contact.ContactWrite;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.contact.Origin;
import dev.rapport.contacts.contact.UnitedDetails.Part;
import dev.rapport.contacts.contact.WriteContacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Merges contacts into one. */
@ApplicationScoped
class MergeContacts {

    private final Contacts contacts;
    private final ContactReader reader;
    private final WriteContacts write;
    private final Merges merges;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    MergeContacts(
            Contacts contacts,
            ContactReader reader,
            WriteContacts write,
            Merges merges,
            CurrentMember member,
            Clock clock) {
        this.contacts = contacts;
        this.reader = reader;
        this.write = write;
        this.merges = merges;
        this.member = member;
        this.clock = clock;
    }

    /** What came of it. */
    record Outcome(UUID merge, Contact survivor) {}

    /**
     * Merges the others into this contact. 400 when it is among them, or when they are too much for one contact together; 404
     * for one that is unknown or in the bin, 409 for one that was merged, 412 for another version than expected.
     */
    @Transactional
    Outcome merge(UUID id, IfMatch expected, MergeRequest request) {
        contacts.require(id);
        MergeChoice.check(id, request);
        var known = contacts.lock(
                Stream.concat(Stream.of(id), request.contacts().stream()).toList());
        var survivor = known.get(id);
        if (survivor == null || !survivor.isPresent()) {
            survivor = contacts.require(id);
        }
        expected.check(survivor.version());
        var others = request.contacts().stream()
                .map(other -> other(known, other, request))
                .toList();
        return merged(survivor, others, request.choose());
    }

    private Outcome merged(Contact survivor, List<Contact> others, Map<String, UUID> choose) {
        var now = clock.instant();
        var parts = others.stream().map(it -> new Part(it.id(), it.details())).toList();
        var planned = new Merge(
                        UuidCreator.getTimeOrderedEpochPlus1(),
                        survivor.id(),
                        survivor.version() + 1,
                        member.id(),
                        now,
                        choose,
                        null,
                        null,
                        parts,
                        null,
                        null)
                .replayed(survivor.details());
        var united = survivor.united(reader.united(planned.after()), now);
        var writes = new ArrayList<ContactWrite>();
        writes.add(ContactWrite.changed(survivor, united));
        others.forEach(it -> writes.add(new ContactWrite(ContactWrite.Kind.MERGED, it, it.merged(survivor.id(), now))));
        write.write(writes, new Origin(member.id(), Origin.Cause.MERGE, planned.id()));
        merges.add(planned);
        return new Outcome(planned.id(), united);
    }

    private Contact other(Map<UUID, Contact> known, UUID id, MergeRequest request) {
        var other = known.get(id);
        if (other != null && other.mergedInto() != null) {
            throw ApiException.of(
                    ProblemType.CONFLICT, "The contact " + id + " was merged into " + other.mergedInto() + " already.");
        }
        if (other == null || !other.isPresent()) {
            throw ApiException.of(ProblemType.NOT_FOUND, "There is no contact " + id + " in your workspace.");
        }
        var version = request.versions().get(id);
        if (version != null) {
            IfMatch.version(version).check(other.version());
        }
        return other;
    }
}
