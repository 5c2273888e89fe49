package dev.rapport.contacts.contact;

import dev.rapport.events.Relationship;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact as the API shows it. What is not known is absent. */
@Schema(description = "A contact")
record ContactView(
        UUID id,
        String displayName,
        String givenName,
        String familyName,
        List<String> emails,
        List<String> phones,
        List<String> handles,
        String organization,
        String title,
        Relationship relationship,
        List<String> interests,
        OwnCadence cadence,
        String owner,
        String notes,
        String timeZone,
        Instant createdAt,
        Instant updatedAt) {

    static ContactView of(Contact contact) {
        var it = contact.details();
        return new ContactView(
                contact.id(),
                it.displayName(),
                it.givenName(),
                it.familyName(),
                it.emails(),
                it.phones(),
                it.handles(),
                it.organization(),
                it.title(),
                it.relationship(),
                it.interests(),
                it.cadence(),
                it.owner(),
                it.notes(),
                it.timeZone(),
                contact.createdAt(),
                contact.updatedAt());
    }
}
