package dev.rapport.engagement.tie;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.directory.Directory;
import dev.rapport.engagement.directory.Standing;
import dev.rapport.engagement.profile.InUse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Locked ties of contacts and of those that stand for them, and where all of these stand in the directory. Whoever changes
 * that takes the same locks, so it stays true until the transaction ends.
 *
 * @param standings of all that the directory knows
 */
record HeldTies(LockedTies ties, Map<ContactKey, Standing> standings) {

    /** Locks the ties of contacts first; who stands for them is known, and cannot change any more, only then. */
    static HeldTies of(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        var all = new TreeSet<>(contacts);
        while (true) {
            var held = new HeldTies(Ties.lock(transaction, all), Directory.standings(transaction, all));
            if (!all.addAll(held.survivors())) {
                return held;
            }
        }
    }

    /** All contacts whose ties are held. */
    Set<ContactKey> contacts() {
        return ties.active().keySet();
    }

    /** The tie under the profile that ranks. */
    StoredTie active(ContactKey contact) {
        return ties.active().get(contact);
    }

    /** The tie under the profile that is being built; empty when none is, or when it was not yet folded under that. */
    Optional<StoredTie> building(ContactKey contact) {
        return Optional.ofNullable(ties.building().get(contact));
    }

    /** The profiles in use in the contact's workspace. */
    InUse inUse(ContactKey contact) {
        return ties.inUse().get(contact.workspace());
    }

    /** Whether a contact exists itself: no other and nobody stands for it. */
    boolean isAlive(ContactKey contact) {
        var standing = standings.get(contact);
        return standing != null && standing.isAlive();
    }

    /** The owner of a contact, or of the one that stands for it; null when nobody does. */
    String owner(ContactKey contact) {
        var standing = standings.get(contact);
        return standing == null ? null : standing.owner();
    }

    /** The contact that stands for another, or for itself. */
    Optional<ContactKey> survivor(ContactKey contact) {
        return Optional.ofNullable(standings.get(contact))
                .filter(Standing::isStanding)
                .map(Standing::survivor);
    }

    /** Contacts that were erased. */
    List<ContactKey> erased() {
        return contacts().stream()
                .filter(contact ->
                        standings.containsKey(contact) && standings.get(contact).erased())
                .toList();
    }

    /** Contacts that can have no tie, not even an empty one: they were erased, or the directory does not know them. */
    List<ContactKey> strangers() {
        return contacts().stream()
                .filter(contact -> !standings.containsKey(contact)
                        || standings.get(contact).erased())
                .toList();
    }

    private List<ContactKey> survivors() {
        return standings.values().stream()
                .filter(Standing::isStanding)
                .map(Standing::survivor)
                .toList();
    }
}
