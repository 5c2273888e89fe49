package dev.rapport.contacts.merging;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.ContactWrite;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.contact.Origin;
import dev.rapport.contacts.contact.UnitedDetails.Part;
import dev.rapport.contacts.contact.WriteContacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Undoes a merge: everybody is again who they were. */
@ApplicationScoped
class UndoMerge {

    private final Contacts contacts;
    private final WriteContacts write;
    private final Merges merges;
    private final StillThere stillThere;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    UndoMerge(
            Contacts contacts,
            WriteContacts write,
            Merges merges,
            StillThere stillThere,
            CurrentMember member,
            Clock clock) {
        this.contacts = contacts;
        this.write = write;
        this.merges = merges;
        this.stillThere = stillThere;
        this.member = member;
        this.clock = clock;
    }

    /**
     * Undoes it, as {@link Rebase} tells; once more changes nothing. 404 for an unknown merge, 410 when it is too late, 409
     * when the survivor is in the bin or was merged itself.
     */
    @Transactional
    void undo(UUID id) {
        var known = contacts.lock(merges.require(id).contacts());
        var merge = merges.require(id);
        if (merge.isUndone()) {
            return;
        }
        var now = clock.instant();
        var survivor = survivor(merge, known, now);
        var outcome = Rebase.without(merge, merges.later(merge), survivor.details());
        outcome.later().forEach(merges::renew);
        write.write(writes(merge, known, outcome.survivor(), now), origin(merge));
        merges.undone(merge, member.id(), now);
    }

    private Contact survivor(Merge merge, Map<UUID, Contact> known, Instant now) {
        var survivor = known.get(merge.survivor());
        if (!merge.isUndoable(now) || survivor == null) {
            throw ApiException.of(
                    ProblemType.GONE,
                    "A merge can be undone for " + Merge.UNDOABLE.toDays()
                            + " days, unless one of its contacts is erased.");
        }
        if (survivor.mergedInto() != null) {
            var first = merges.mergeAway(survivor.id()).map(it -> " Undo the merge " + it + " first.");
            throw ApiException.of(
                    ProblemType.CONFLICT,
                    "The survivor was merged into " + survivor.mergedInto() + " since." + first.orElse(""));
        }
        if (!survivor.isPresent()) {
            throw ApiException.of(ProblemType.CONFLICT, "The survivor is in the bin. Restore it first.");
        }
        return survivor;
    }

    private List<ContactWrite> writes(
            Merge merge, Map<UUID, Contact> known, ContactDetails survivorDetails, Instant now) {
        var wanted = new ArrayList<>(merge.others());
        wanted.add(new Part(merge.survivor(), survivorDetails));
        var writes = new ArrayList<ContactWrite>();
        for (var part : stillThere.of(wanted)) {
            var contact = known.get(part.id());
            if (part.id().equals(merge.survivor())) {
                writes.add(ContactWrite.changed(contact, contact.united(part.details(), now)));
            } else if (contact != null && merge.survivor().equals(contact.mergedInto())) {
                var restored = contact.restored(part.details(), now);
                writes.add(new ContactWrite(ContactWrite.Kind.UNMERGED, contact, restored));
            }
        }
        return writes;
    }

    private Origin origin(Merge merge) {
        return new Origin(member.id(), Origin.Cause.MERGE_UNDONE, merge.id());
    }
}
