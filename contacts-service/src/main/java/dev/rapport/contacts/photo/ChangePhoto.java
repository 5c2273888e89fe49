package dev.rapport.contacts.photo;

import dev.rapport.api.precondition.IfMatch;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactWrite;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.Origin;
import dev.rapport.contacts.contact.Photo;
import dev.rapport.contacts.contact.WriteContacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Gives a contact its photo, or takes it away: 404 for an unknown contact, 412 for another version than expected. */
@ApplicationScoped
class ChangePhoto {

    private final Contacts contacts;
    private final Photos photos;
    private final WriteContacts write;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    ChangePhoto(Contacts contacts, Photos photos, WriteContacts write, CurrentMember member, Clock clock) {
        this.contacts = contacts;
        this.photos = photos;
        this.write = write;
        this.member = member;
        this.clock = clock;
    }

    /** Gives the contact this picture and returns the contact; the refusals of {@link Photos#keep}. */
    @Transactional
    Contact put(UUID id, IfMatch expected, byte[] bytes, String mediaType) {
        var contact = expected(id, expected);
        return changed(contact, photos.keep(bytes, mediaType));
    }

    /** Takes the contact's photo away; 404 when it has none. */
    @Transactional
    void remove(UUID id, IfMatch expected) {
        var contact = expected(id, expected);
        if (contact.details().photo() == null) {
            throw none();
        }
        changed(contact, null);
    }

    /** The refusal for a contact without a photo. */
    static ApiException none() {
        return ApiException.of(ProblemType.NOT_FOUND, "The contact has no photo.");
    }

    private Contact expected(UUID id, IfMatch expected) {
        var contact = contacts.require(id);
        expected.check(contact.version());
        return contact;
    }

    private Contact changed(Contact contact, Photo photo) {
        var changed = contact.changed(DetailsJson.with(contact.details(), "photo", photo), clock.instant());
        if (changed != contact) {
            write.write(List.of(ContactWrite.changed(contact, changed)), Origin.request(member.id()));
        }
        return changed;
    }
}
