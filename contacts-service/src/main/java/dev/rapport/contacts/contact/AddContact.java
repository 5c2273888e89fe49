package dev.rapport.contacts.contact;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.security.CurrentMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Adds a contact. */
@ApplicationScoped
class AddContact {

    private final WriteContacts write;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    AddContact(WriteContacts write, CurrentMember member, Clock clock) {
        this.write = write;
        this.member = member;
        this.clock = clock;
    }

    /** Adds the contact and publishes it. */
    Contact add(ContactDetails details) {
        var contact = Contact.added(UuidCreator.getTimeOrderedEpochPlus1(), details, clock.instant());
        write.write(List.of(ContactWrite.added(contact)), Origin.request(member.id()));
        return contact;
    }
}
