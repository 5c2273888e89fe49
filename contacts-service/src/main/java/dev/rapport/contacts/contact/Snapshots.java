package dev.rapport.contacts.contact;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.events.Cadence;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.ContactEvent.ContactDeleted;
import dev.rapport.events.ContactEvent.ContactErased;
import dev.rapport.events.ContactEvent.ContactMerged;
import dev.rapport.events.Event;
import dev.rapport.messaging.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Contacts as others may know them; notes, photos, postal addresses and custom fields stay with their owner.
 *
 * @param terms of every circle that the contacts are in
 * @param erasure by which contacts are erased, if they are
 */
record Snapshots(String workspace, Map<UUID, CircleTerms> terms, UUID erasure, Instant now) {

    /** The events of these changes, as one row of the outbox. */
    String outboxRow(List<ContactWrite> writes) {
        return writes.stream()
                .map(write ->
                        new Event<ContactEvent>(UuidCreator.getTimeOrderedEpochPlus1(), workspace, now, event(write)))
                .map(event -> Outbox.element(ContactEvent.TOPIC, event))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private ContactEvent event(ContactWrite write) {
        var contact = write.after();
        if (write.kind() == ContactWrite.Kind.ERASED) {
            return new ContactErased(contact.id(), contact.version(), erasure, now);
        }
        if (contact.mergedInto() != null) {
            return new ContactMerged(contact.id(), contact.version(), contact.mergedInto(), contact.deletedAt());
        }
        return contact.isPresent()
                ? snapshot(contact)
                : new ContactDeleted(contact.id(), contact.version(), contact.deletedAt());
    }

    private ContactChanged snapshot(Contact contact) {
        var it = contact.details();
        return new ContactChanged(
                contact.id(),
                contact.version(),
                it.owner(),
                it.name(),
                it.givenName(),
                it.familyName(),
                it.nickname(),
                it.emails(),
                it.phones(),
                it.handles(),
                it.organization(),
                it.title(),
                it.industry(),
                it.relationship(),
                it.interests(),
                it.languages(),
                it.introducedBy(),
                it.birthday() == null ? null : it.birthday().toString(),
                it.anniversaries().stream()
                        .map(day -> new ContactEvent.Anniversary(
                                day.label(), day.date().toString()))
                        .toList(),
                it.circles(),
                it.circles().stream()
                        .map(circle -> terms.get(circle).priority())
                        .max(Integer::compare)
                        .orElse(null),
                cadence(it),
                it.timeZone(),
                contact.career(),
                contact.createdAt(),
                contact.updatedAt());
    }

    /** The shortest of the contact's own and its circles': the one that is due first. */
    private Cadence cadence(ContactDetails it) {
        return Stream.concat(
                        Stream.ofNullable(it.cadence()),
                        it.circles().stream()
                                .map(circle -> terms.get(circle).cadence())
                                .filter(Objects::nonNull))
                .min(OwnCadence.SHORTEST_FIRST)
                .map(OwnCadence::published)
                .orElse(null);
    }
}
