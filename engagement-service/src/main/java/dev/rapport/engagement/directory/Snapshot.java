package dev.rapport.engagement.directory;

import dev.rapport.events.Cadence;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.ContactEvent.ContactDeleted;
import dev.rapport.events.ContactEvent.ContactErased;
import dev.rapport.events.ContactEvent.ContactMerged;
import dev.rapport.events.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the directory keeps of one contact.
 *
 * @param details null for a contact that is gone
 * @param addresses normalised; none for a contact that is gone
 * @param goneAt when it was deleted, merged or erased; null for a contact that exists
 * @param mergedInto the contact that it was merged into; null for any other
 * @param erasure the erasure that ended it; null for any other
 * @param toldAt when contacts-service said this
 */
record Snapshot(
        ContactKey key,
        long version,
        ContactDetails details,
        List<String> addresses,
        Instant goneAt,
        UUID mergedInto,
        UUID erasure,
        Instant toldAt) {

    static Snapshot of(Event<ContactEvent> event) {
        if (event.data() instanceof ContactChanged changed) {
            var addresses = Stream.of(changed.emails(), changed.phones(), changed.handles())
                    .flatMap(List::stream)
                    .toList();
            return new Snapshot(
                    key(event),
                    changed.version(),
                    ContactDetails.of(changed),
                    addresses,
                    null,
                    null,
                    null,
                    event.time());
        } else if (event.data() instanceof ContactMerged merged) {
            return gone(event, merged.mergedAt(), merged.into(), null);
        } else if (event.data() instanceof ContactErased erased) {
            return gone(event, erased.erasedAt(), null, erased.erasureId());
        }
        return gone(event, ((ContactDeleted) event.data()).deletedAt(), null, null);
    }

    /** The one that counts: nothing undoes an erasure, otherwise the higher version. */
    Snapshot newerOf(Snapshot other) {
        if ((erasure == null) != (other.erasure == null)) {
            return erasure == null ? other : this;
        }
        return other.version > version ? other : this;
    }

    boolean isGone() {
        return goneAt != null;
    }

    /** A detail; null when it is unknown or the contact is gone. */
    <T> T detail(Function<ContactDetails, T> which) {
        return details == null ? null : which.apply(details);
    }

    /** A detail of the cadence; null when there is none. */
    <T> T cadence(Function<Cadence, T> which) {
        var cadence = detail(ContactDetails::cadence);
        return cadence == null ? null : which.apply(cadence);
    }

    private static Snapshot gone(Event<ContactEvent> event, Instant at, UUID mergedInto, UUID erasure) {
        return new Snapshot(key(event), event.data().version(), null, List.of(), at, mergedInto, erasure, event.time());
    }

    private static ContactKey key(Event<ContactEvent> event) {
        return new ContactKey(event.workspace(), event.data().contactId());
    }
}
