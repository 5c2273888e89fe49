package dev.rapport.contacts.contact;

import dev.rapport.events.Relationship;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything an owner can say of a contact, in its one normal form: equal details are an unchanged contact.
 *
 * @param displayName never absent
 * @param emails in lower case, without duplicates
 * @param phones E.164, without duplicates
 * @param handles {@code network:name}, without duplicates
 * @param cadence null when the owner set none; its longest gap is always set
 */
@Embeddable
record ContactDetails(
        String displayName,
        String givenName,
        String familyName,
        List<String> emails,
        List<String> phones,
        List<String> handles,
        String organization,
        String title,
        @Enumerated(EnumType.STRING) Relationship relationship,
        List<String> interests,
        OwnCadence cadence,
        String owner,
        String notes,
        String timeZone) {

    ContactDetails {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        handles = List.copyOf(handles);
        interests = List.copyOf(interests);
    }

    /**
     * The normal form of what a client said: addresses normalised, duplicates dropped, gaps filled. 400 for an address that
     * is none.
     *
     * @param request validated
     * @param owner whose contact it is if the request does not say
     */
    static ContactDetails of(NewContact request, String owner) {
        var addresses = new AddressList();
        var emails = addresses.emails(request.emails());
        var phones = addresses.phones(request.phones());
        var handles = addresses.handles(request.handles());
        addresses.check();
        return new ContactDetails(
                request.displayName() == null ? derivedName(request, emails, phones, handles) : request.displayName(),
                request.givenName(),
                request.familyName(),
                emails,
                phones,
                handles,
                request.organization(),
                request.title(),
                request.relationship() == null ? Relationship.OTHER : request.relationship(),
                request.interests() == null
                        ? List.of()
                        : request.interests().stream().distinct().toList(),
                request.cadence() == null ? null : request.cadence().complete(),
                request.owner() == null ? owner : request.owner(),
                request.notes(),
                request.timeZone());
    }

    private static String derivedName(
            NewContact request, List<String> emails, List<String> phones, List<String> handles) {
        return DisplayName.derive(
                        request.givenName(),
                        request.familyName(),
                        request.organization(),
                        Stream.of(emails, phones, handles).flatMap(List::stream).toList())
                .orElseThrow(() -> new IllegalArgumentException("not validated: nothing to recognise the contact by"));
    }

    /** The display name, unless it merely follows from the rest. */
    Optional<String> chosenName() {
        return Optional.of(displayName)
                .filter(chosen -> !DisplayName.derive(givenName, familyName, organization, addresses())
                        .equals(Optional.of(chosen)));
    }

    private List<String> addresses() {
        return Stream.of(emails, phones, handles).flatMap(List::stream).toList();
    }
}
