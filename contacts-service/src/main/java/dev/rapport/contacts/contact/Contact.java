package dev.rapport.contacts.contact;

import dev.rapport.events.ContactEvent.CareerChange;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/**
 * A person in a workspace's network, as stored at one version. The version rises with every change, deletion and merge
 * included, and numbers its snapshots.
 *
 * @param details in their normal form
 * @param career its latest change of organization or title; null when none was seen
 * @param deletedAt set while the contact is in the bin, or was merged into another
 * @param mergedInto the contact that stands for this one; null unless it was merged
 */
public record Contact(
        UUID id,
        ContactDetails details,
        CareerChange career,
        long version,
        Instant createdAt,
        Instant updatedAt,
        Instant deletedAt,
        UUID mergedInto) {

    /** A contact that is new at this instant. */
    public static Contact added(UUID id, ContactDetails details, Instant now) {
        var at = kept(now);
        return new Contact(id, details, null, 1, at, at, null, null);
    }

    /** The contact with these details, at its next version; the very same when they are what it has. */
    public Contact changed(ContactDetails wanted, Instant now) {
        return wanted.equals(details) ? this : next(wanted, careerAfter(wanted, now), now, null, null);
    }

    /** The contact with what a merge, or the undoing of one, leaves it: no news of the person, so its career stays. */
    public Contact united(ContactDetails wanted, Instant now) {
        return next(wanted, career, now, null, null);
    }

    /** The contact at its next version though it looks the same, because something that it refers to has changed. */
    public Contact touched(Instant now) {
        return next(details, career, now, deletedAt, mergedInto);
    }

    /** The contact in the bin. */
    public Contact deleted(Instant now) {
        return next(details, career, now, kept(now), null);
    }

    /** The contact out of the bin, or no longer merged. */
    public Contact restored(ContactDetails wanted, Instant now) {
        return next(wanted, career, now, null, null);
    }

    /** The contact as one that another stands for. */
    public Contact merged(UUID into, Instant now) {
        return next(details, career, now, kept(now), into);
    }

    /** Whether reads find it. */
    public boolean isPresent() {
        return deletedAt == null;
    }

    /** The version as HTTP tells it. */
    public EntityTag entityTag() {
        return new EntityTag(Long.toString(version));
    }

    private Contact next(ContactDetails wanted, CareerChange careerNow, Instant now, Instant deleted, UUID into) {
        return new Contact(id, wanted, careerNow, version + 1, createdAt, kept(now), deleted, into);
    }

    /** What was never known has not changed: only from a known organization or title does one move on. */
    private CareerChange careerAfter(ContactDetails wanted, Instant now) {
        boolean moved =
                details.organization() != null && !details.organization().equals(wanted.organization());
        boolean promoted = details.title() != null && !details.title().equals(wanted.title());
        boolean known = wanted.organization() != null || wanted.title() != null;
        if (!known || !(moved || promoted)) {
            return career;
        }
        return new CareerChange(
                kept(now), details.organization(), details.title(), wanted.organization(), wanted.title());
    }

    /** In the precision of the database, so that what is told now equals what is read later. */
    static Instant kept(Instant instant) {
        return Objects.requireNonNull(instant).truncatedTo(ChronoUnit.MICROS);
    }
}
