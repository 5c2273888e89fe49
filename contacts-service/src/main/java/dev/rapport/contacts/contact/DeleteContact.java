package dev.rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Puts a contact in the bin. */
@ApplicationScoped
class DeleteContact {

    private final Contacts contacts;
    private final ContactPublisher publisher;
    private final Clock clock;

    @Inject
    DeleteContact(Contacts contacts, ContactPublisher publisher, Clock clock) {
        this.contacts = contacts;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Deletes the contact: 404, or 412 for another version than expected. */
    @Transactional
    void delete(UUID id, ExpectedVersion expected) {
        var contact = contacts.require(id);
        expected.check(contact.version());
        var now = clock.instant();
        contact.delete(now);
        publisher.deleted(contact, now);
    }
}
