package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.security.CurrentMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Changes a contact by a merge patch. */
@ApplicationScoped
class PatchContact {

    private final Contacts contacts;
    private final ContactReader reader;
    private final ContactPublisher publisher;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    PatchContact(
            Contacts contacts, ContactReader reader, ContactPublisher publisher, CurrentMember member, Clock clock) {
        this.contacts = contacts;
        this.reader = reader;
        this.publisher = publisher;
        this.member = member;
        this.clock = clock;
    }

    /**
     * Applies the patch and returns the contact; a patch that changes nothing leaves the version as it is and publishes
     * nothing. 404, 412 for another version than expected, 400 when the result would not be valid.
     */
    @Transactional
    Contact patch(UUID id, ExpectedVersion expected, JsonNode patch) {
        var contact = contacts.require(id);
        expected.check(contact.version());
        var now = clock.instant();
        var wanted = ContactDetails.of(reader.patched(contact, patch), member.id());
        if (contact.change(wanted, now)) {
            publisher.changed(List.of(contact), now);
        }
        return contact;
    }
}
