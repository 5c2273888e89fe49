package dev.rapport.contacts.circle;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.contacts.circle.MemberChanges.Step;
import dev.rapport.contacts.contact.BatchResult;
import dev.rapport.contacts.contact.BatchResult.Item;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactWrite;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.contact.Origin;
import dev.rapport.contacts.contact.WriteContacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts contacts into a circle and takes them out of it; 404 for an unknown circle. */
@ApplicationScoped
class ChangeMembers {

    /** As in the contact's own list. */
    private static final int MOST_CIRCLES = 100;

    private final Circles circles;
    private final Contacts contacts;
    private final WriteContacts write;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    ChangeMembers(Circles circles, Contacts contacts, WriteContacts write, CurrentMember member, Clock clock) {
        this.circles = circles;
        this.contacts = contacts;
        this.write = write;
        this.member = member;
        this.clock = clock;
    }

    /** Takes those steps that can be taken; one result per step, in their order. */
    @Transactional
    BatchResult change(UUID circle, List<Step> steps) {
        var known = locked(
                circle, steps.stream().flatMap(step -> step.id().stream()).toList());
        var writes = new ArrayList<ContactWrite>();
        var results = new ArrayList<Item>();
        var seen = new HashSet<UUID>();
        for (int index = 0; index < steps.size(); index++) {
            var step = steps.get(index);
            var id = step.id().orElse(null);
            try {
                if (id != null && !seen.add(id)) {
                    throw ApiException.invalid("id", "must be named once: an earlier item names it");
                }
                results.add(Item.changed(index, taken(step, known, circle, writes)));
            } catch (ApiException e) {
                results.add(Item.rejected(index, id, e.problem()));
            }
        }
        write.write(writes, origin(circle));
        return BatchResult.of(results);
    }

    /** Takes one step; 404 for an unknown contact. */
    @Transactional
    void change(UUID circle, UUID id, boolean in) {
        var known = locked(circle, List.of(id));
        contacts.require(id);
        var writes = new ArrayList<ContactWrite>();
        taken(new Step(id.toString(), in), known, circle, writes);
        write.write(writes, origin(circle));
    }

    /** The contacts before the circle, as everybody locks them who changes many contacts. */
    private Map<UUID, Contact> locked(UUID circle, List<UUID> ids) {
        var known = new HashMap<>(contacts.lock(ids));
        known.values().removeIf(contact -> !contact.isPresent());
        circles.require(circle);
        return known;
    }

    private Contact taken(Step step, Map<UUID, Contact> known, UUID circle, List<ContactWrite> writes) {
        var id = step.id().orElseThrow(() -> ApiException.invalid("id", "must be a UUID"));
        var contact = known.get(id);
        if (contact == null) {
            throw ApiException.notFound("contact");
        }
        var changed = step.apply(contact, circle, clock.instant());
        if (changed.details().circles().size() > MOST_CIRCLES) {
            throw ApiException.of(ProblemType.CONFLICT, "The contact is in " + MOST_CIRCLES + " circles already.");
        }
        if (changed != contact) {
            writes.add(ContactWrite.changed(contact, changed));
        }
        return changed;
    }

    private Origin origin(UUID circle) {
        return new Origin(member.id(), Origin.Cause.CIRCLE, circle);
    }
}
