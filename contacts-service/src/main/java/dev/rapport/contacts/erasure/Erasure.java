package dev.rapport.contacts.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something to be forgotten for good, by every service.
 *
 * @param contacts none when it is the whole workspace
 * @param workspace whether it is the whole workspace
 * @param running while this service itself still deletes
 */
public record Erasure(
        UUID id, List<UUID> contacts, boolean workspace, boolean running, Instant requestedAt, String requestedBy) {

    /** Of these contacts, which this service has forgotten already. */
    static Erasure ofContacts(UUID id, List<UUID> contacts, Instant now, String member) {
        return new Erasure(id, List.copyOf(contacts), false, false, now, member);
    }

    /** Of the whole workspace, which is yet to begin. */
    static Erasure ofWorkspace(UUID id, Instant now, String member) {
        return new Erasure(id, List.of(), true, true, now, member);
    }

    /** How many receipts each service owes: one per contact, or one for the workspace. */
    int receipts() {
        return workspace ? 1 : contacts.size();
    }
}
