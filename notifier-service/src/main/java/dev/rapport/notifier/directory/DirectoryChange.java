package dev.rapport.notifier.directory;

import dev.rapport.notifier.batch.ContactKey;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What snapshots changed in the directory.
 *
 * @param contacts every contact that was added, changed, deleted, restored, merged, parted or erased
 * @param regrouped contacts that stand for others than before, or have another survivor than before
 * @param erased contacts to be forgotten, each with its erasure
 */
public record DirectoryChange(Set<ContactKey> contacts, Set<ContactKey> regrouped, Map<ContactKey, UUID> erased) {

    /** Every contact that this may concern. */
    public Set<ContactKey> affected() {
        var affected = new TreeSet<>(contacts);
        affected.addAll(regrouped);
        return affected;
    }
}
