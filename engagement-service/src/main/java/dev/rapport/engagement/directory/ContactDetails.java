package dev.rapport.engagement.directory;

import dev.rapport.events.Cadence;
import dev.rapport.events.ContactEvent.CareerChange;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.Relationship;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the directory knows of a contact that exists.
 *
 * @param organization null when unknown, as are title, relationship, introducedBy and cadence
 * @param circles the circles it is in
 * @param addedAt when the owner added it
 * @param careerChange its latest change of organization or title; null when none was seen
 */
record ContactDetails(
        String owner,
        String displayName,
        String organization,
        String title,
        Relationship relationship,
        List<UUID> circles,
        UUID introducedBy,
        Cadence cadence,
        Instant addedAt,
        CareerChange careerChange) {

    static ContactDetails of(ContactChanged changed) {
        return new ContactDetails(
                changed.owner(),
                changed.displayName(),
                changed.organization(),
                changed.title(),
                changed.relationship(),
                changed.circles(),
                changed.introducedBy(),
                changed.cadence(),
                changed.createdAt(),
                changed.careerChange());
    }
}
