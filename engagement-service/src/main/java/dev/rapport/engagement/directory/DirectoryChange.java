package dev.rapport.engagement.directory;

import dev.rapport.events.ContactEvent.CareerChange;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Told to whoever must follow the directory, while its transaction is open: what they write stands if, and only if, the
 * directory's change does.
 *
 * @param transaction the one to write in
 * @param contacts every contact that was added, changed, deleted, restored, merged, parted or erased
 * @param regrouped contacts that stand for others than before, or have another survivor than before
 * @param erased contacts to be forgotten, each with its erasure; they are among the contacts
 * @param careers the latest change of organization or title of each of these contacts that has one; the same one is told
 *     again with every snapshot
 */
public record DirectoryChange(
        Connection transaction,
        Set<ContactKey> contacts,
        Set<ContactKey> regrouped,
        Map<ContactKey, UUID> erased,
        Map<ContactKey, CareerChange> careers) {}
