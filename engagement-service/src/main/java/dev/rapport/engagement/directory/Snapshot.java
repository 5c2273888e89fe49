package dev.rapport.engagement.directory;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.ContactEvent.ContactDeleted;
import dev.rapport.events.Event;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the directory keeps of one contact.
 *
 * @param owner null for a deleted contact, as is the display name
 * @param addresses normalised; none for a deleted contact
 * @param deletedAt null for a contact that exists
 */
record Snapshot(
        ContactKey key, long version, String owner, String displayName, Instant deletedAt, List<String> addresses) {

    static Snapshot of(Event<ContactEvent> event) {
        var key = new ContactKey(event.workspace(), event.data().contactId());
        if (event.data() instanceof ContactDeleted deleted) {
            return new Snapshot(key, deleted.version(), null, null, deleted.deletedAt(), List.of());
        }
        var changed = (ContactChanged) event.data();
        var addresses = Stream.of(changed.emails(), changed.phones(), changed.handles())
                .flatMap(List::stream)
                .toList();
        return new Snapshot(key, changed.version(), changed.owner(), changed.displayName(), null, addresses);
    }

    Snapshot newerOf(Snapshot other) {
        return other.version > version ? other : this;
    }
}
