package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.precondition.IfMatch;
import dev.rapport.api.security.CurrentMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Changes, replaces or deletes a contact. Each says 404 for an unknown contact, 412 for another version than expected, and
 * 400 when the result would not be valid. What changes nothing leaves the version as it is and publishes nothing.
 */
@ApplicationScoped
class ChangeContact {

    private final Contacts contacts;
    private final ContactReader reader;
    private final WriteContacts write;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    ChangeContact(Contacts contacts, ContactReader reader, WriteContacts write, CurrentMember member, Clock clock) {
        this.contacts = contacts;
        this.reader = reader;
        this.write = write;
        this.member = member;
        this.clock = clock;
    }

    /** Applies a merge patch and returns the contact. */
    @Transactional
    Contact patch(UUID id, IfMatch expected, JsonNode patch) {
        var contact = expected(id, expected);
        return changed(contact, reader.patched(contact, patch));
    }

    /** Gives the contact these details and no others, but for its photo; returns it. */
    @Transactional
    Contact replace(UUID id, IfMatch expected, JsonNode body) {
        var contact = expected(id, expected);
        return changed(contact, reader.replacing(contact, body));
    }

    /** Puts the contact in the bin. */
    @Transactional
    void delete(UUID id, IfMatch expected) {
        var contact = expected(id, expected);
        var deleted = contact.deleted(clock.instant());
        write.write(List.of(new ContactWrite(ContactWrite.Kind.DELETED, contact, deleted)), origin());
    }

    private Contact expected(UUID id, IfMatch expected) {
        var contact = contacts.require(id);
        expected.check(contact.version());
        return contact;
    }

    /** Gives the contact, as it stands, these details; returns it. */
    @Transactional
    Contact changed(Contact contact, ContactDetails wanted) {
        var changed = contact.changed(wanted, clock.instant());
        if (changed != contact) {
            write.write(List.of(ContactWrite.changed(contact, changed)), origin());
        }
        return changed;
    }

    private Origin origin() {
        return Origin.request(member.id());
    }
}
