package dev.rapport.contacts.contact;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.security.CurrentMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Adds one contact. */
@ApplicationScoped
class AddContact {

    private final Contacts contacts;
    private final ContactPublisher publisher;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    AddContact(Contacts contacts, ContactPublisher publisher, CurrentMember member, Clock clock) {
        this.contacts = contacts;
        this.publisher = publisher;
        this.member = member;
        this.clock = clock;
    }

    /** Adds the contact; 400 for an address that is none. */
    @Transactional
    Contact add(NewContact request) {
        var now = clock.instant();
        var details = ContactDetails.of(request, member.id());
        var contact = new Contact(UuidCreator.getTimeOrderedEpochPlus1(), details, now);
        contacts.persist(contact);
        publisher.changed(List.of(contact), now);
        return contact;
    }
}
