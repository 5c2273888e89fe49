package dev.rapport.engagement.tie;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.profile.InUse;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ties that one transaction alone may change, under each of the profiles in use.
 *
 * @param active each contact's tie under the profile that ranks
 * @param building its tie under the one that is being built, once it was folded under that
 * @param inUse the profiles, by workspace
 */
record LockedTies(
        SortedMap<ContactKey, StoredTie> active, Map<ContactKey, StoredTie> building, Map<String, InUse> inUse) {

    static LockedTies of(List<StoredTie> rows, Map<String, InUse> inUse) {
        var locked = new LockedTies(new TreeMap<>(), new HashMap<>(), inUse);
        for (var row : rows) {
            var profiles = inUse.get(row.key().workspace());
            if (row.generation() == profiles.active().generation()) {
                locked.active.put(row.key(), row);
            } else if (profiles.building()
                    .filter(building -> building.generation() == row.generation())
                    .isPresent()) {
                locked.building.put(row.key(), row);
            }
        }
        return locked;
    }

    List<ContactKey> missing(Collection<ContactKey> contacts) {
        return contacts.stream()
                .filter(contact -> !active.containsKey(contact))
                .sorted()
                .toList();
    }
}
