package dev.rapport.engagement.tie;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.directory.Directory;
import dev.rapport.engagement.directory.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Locked ties of contacts and of those that stand for them, and where all of these stand in the directory. Whoever changes
 * that takes the same locks, so it stays true until the transaction ends.
 *
 * @param standings of all that the directory knows
 */
record HeldTies(SortedMap<ContactKey, StoredTie> ties, Map<ContactKey, Standing> standings) {

    /** Locks the ties of contacts first; who stands for them is known, and cannot change any more, only then. */
    static HeldTies of(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        var held = new HeldTies(Ties.lock(transaction, contacts), Directory.standings(transaction, contacts));
        for (var survivors = held.survivorsNotHeld(); !survivors.isEmpty(); survivors = held.survivorsNotHeld()) {
            held.ties.putAll(Ties.lock(transaction, survivors));
            held.standings.putAll(Directory.standings(transaction, held.ties.keySet()));
        }
        return held;
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
        return ties.keySet().stream()
                .filter(contact ->
                        standings.containsKey(contact) && standings.get(contact).erased())
                .toList();
    }

    /** Contacts that can have no tie, not even an empty one: they were erased, or the directory does not know them. */
    List<ContactKey> strangers() {
        return ties.keySet().stream()
                .filter(contact -> !standings.containsKey(contact)
                        || standings.get(contact).erased())
                .toList();
    }

    private TreeSet<ContactKey> survivorsNotHeld() {
        var missing = new TreeSet<ContactKey>();
        standings.values().stream()
                .filter(standing -> standing.isStanding() && !ties.containsKey(standing.survivor()))
                .forEach(standing -> missing.add(standing.survivor()));
        return missing;
    }
}
