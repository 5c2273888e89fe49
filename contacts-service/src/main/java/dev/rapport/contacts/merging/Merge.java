package dev.rapport.contacts.merging;

import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.UnitedDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A merge of contacts into one.
 *
 * @param version the survivor's, which the merge made
 * @param choose whose value was taken, by the name of the field
 * @param before the survivor's details; null once the merge cannot be undone any more, as for after and the others'
 * @param others as they were
 * @param undoneAt null while it stands
 */
record Merge(
        UUID id,
        UUID survivor,
        long version,
        String member,
        Instant mergedAt,
        Map<String, UUID> choose,
        ContactDetails before,
        ContactDetails after,
        List<UnitedDetails.Part> others,
        Instant undoneAt,
        String undoneBy) {

    /** How long it can be undone. */
    static final Duration UNDOABLE = Duration.ofDays(30);

    boolean isUndone() {
        return undoneAt != null;
    }

    /** Until when it can be undone. */
    Instant undoableUntil() {
        return mergedAt.plus(UNDOABLE);
    }

    boolean isUndoable(Instant now) {
        return !isUndone() && before != null && !now.isAfter(undoableUntil());
    }

    /** The survivor and the others. */
    List<UUID> contacts() {
        return Stream.concat(Stream.of(survivor), others.stream().map(UnitedDetails.Part::id))
                .toList();
    }

    /** The same merge as if the survivor had had other details: what it would have made of them. */
    Merge replayed(ContactDetails otherBefore) {
        var united = UnitedDetails.of(new UnitedDetails.Part(survivor, otherBefore), others, choose);
        return new Merge(
                id, survivor, version, member, mergedAt, choose, otherBefore, united, others, undoneAt, undoneBy);
    }
}
