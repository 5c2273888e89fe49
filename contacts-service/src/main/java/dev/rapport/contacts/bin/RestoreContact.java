package dev.rapport.contacts.bin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.contacts.contact.CircleTerms;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.ContactWrite;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.Origin;
import dev.rapport.contacts.contact.WriteContacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** Takes a contact out of the bin, as it was; circles and introducers that are gone by now are left out. */
@ApplicationScoped
class RestoreContact {

    private final Contacts contacts;
    private final CircleTerms.Book circles;
    private final WriteContacts write;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    RestoreContact(
            Contacts contacts, CircleTerms.Book circles, WriteContacts write, CurrentMember member, Clock clock) {
        this.contacts = contacts;
        this.circles = circles;
        this.write = write;
        this.member = member;
        this.clock = clock;
    }

    /** Restores the contact and publishes it. 404 when it is not in the bin, 409 when it is gone because it was merged. */
    @Transactional
    Contact restore(UUID id) {
        var binned = contacts.lock(List.of(id)).get(id);
        if (binned == null || binned.isPresent()) {
            throw ApiException.of(ProblemType.NOT_FOUND, "There is no contact with this id in your workspace's bin.");
        }
        if (binned.mergedInto() != null) {
            throw ApiException.of(
                    ProblemType.CONFLICT, "This contact was merged, not deleted. Undo the merge to have it back.");
        }
        var restored = binned.restored(presentDetails(binned.details()), clock.instant());
        write.write(
                List.of(new ContactWrite(ContactWrite.Kind.RESTORED, binned, restored)), Origin.request(member.id()));
        return restored;
    }

    private ContactDetails presentDetails(ContactDetails details) {
        var tree = DetailsJson.tree(details);
        if (!details.circles().isEmpty()) {
            ArrayNode left = tree.putArray("circles");
            new TreeSet<>(circles.held(details.circles()).keySet()).forEach(circle -> left.add(circle.toString()));
        }
        if (details.introducedBy() != null
                && contacts.survivorOf(details.introducedBy()).isEmpty()) {
            tree.remove("introducedBy");
        }
        return DetailsJson.read(tree, ContactDetails.class);
    }
}
