package dev.rapport.notifier.directory;

import dev.rapport.events.Cadence;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.ContactEvent.ContactErased;
import dev.rapport.events.ContactEvent.ContactMerged;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.Relationship;
import dev.rapport.notifier.batch.ContactKey;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is kept of one contact.
 *
 * @param changed what is said of it; empty for a contact that is gone
 * @param mergedInto the contact that it was merged into; null for any other
 * @param erasure the erasure that ended it; null for any other
 * @param toldAt when contacts-service said this
 */
record Snapshot(
        ContactKey key, long version, Optional<ContactChanged> changed, UUID mergedInto, UUID erasure, Instant toldAt) {

    static Snapshot of(Event<ContactEvent> event) {
        var data = event.data();
        return new Snapshot(
                ContactKey.of(event),
                data.version(),
                data instanceof ContactChanged it ? Optional.of(it) : Optional.empty(),
                data instanceof ContactMerged merged ? merged.into() : null,
                data instanceof ContactErased erased ? erased.erasureId() : null,
                event.time());
    }

    /** The one that counts: nothing undoes an erasure, otherwise the higher version. */
    Snapshot newerOf(Snapshot other) {
        if ((erasure == null) != (other.erasure == null)) {
            return erasure == null ? other : this;
        }
        return other.version > version ? other : this;
    }

    <V> V get(Function<ContactChanged, V> field) {
        return changed.map(field).orElse(null);
    }

    String cadence(Function<Cadence, Period> part) {
        return changed.map(ContactChanged::cadence)
                .map(part)
                .map(Period::toString)
                .orElse(null);
    }

    String relationship() {
        return changed.map(ContactChanged::relationship).map(Relationship::json).orElse(null);
    }

    Long priority() {
        return changed.map(ContactChanged::priority).map(Integer::longValue).orElse(null);
    }

    /** Each as its date and, after a space, its label. */
    List<String> anniversaries() {
        return changed.map(ContactChanged::anniversaries).stream()
                .flatMap(List::stream)
                .map(anniversary -> anniversary.date() + " "
                        + Objects.toString(anniversary.label(), "").strip())
                .toList();
    }

    List<String> counting() {
        return changed.map(ContactChanged::cadence).stream()
                .flatMap(cadence -> cadence.counting().stream())
                .map(InteractionKind::json)
                .toList();
    }
}
