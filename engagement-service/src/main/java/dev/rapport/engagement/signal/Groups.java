package dev.rapport.engagement.signal;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.directory.Directory;
import dev.rapport.engagement.directory.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Contacts that are one by merges, each group for one transaction alone to change the signals of. Whoever changes the
 * directory takes the same locks, so what is read of it here stays true until the transaction ends.
 *
 * @param standings where every contact of the groups stands, and what else was asked for and is in the directory
 */
record Groups(Map<ContactKey, Standing> standings) {

    /** Held until the transaction ends, and taken in a fixed order. */
    private static final String LOCK = """
            select pg_advisory_xact_lock(k)
            from (select distinct hashtextextended('signals of ' || w || '/' || c, 0) as k
                from unnest(?::text[], ?::uuid[]) as u (w, c) order by k) o""";

    /** Locks the groups of contacts. Who stands for a contact is known, and cannot change any more, only then. */
    static Groups hold(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        if (contacts.isEmpty()) {
            return new Groups(Map.of());
        }
        var held = new TreeSet<ContactKey>();
        var wanted = new TreeSet<>(contacts);
        Map<ContactKey, Standing> standings = Map.of();
        while (!wanted.isEmpty()) {
            lock(transaction, wanted);
            held.addAll(wanted);
            standings = Directory.standings(transaction, held);
            wanted = standings.values().stream()
                    .filter(Standing::isStanding)
                    .map(Standing::survivor)
                    .filter(survivor -> !held.contains(survivor))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        var survivors = standings.values().stream()
                .filter(Standing::isStanding)
                .map(Standing::survivor)
                .collect(Collectors.toSet());
        held.addAll(Directory.withMerged(transaction, survivors));
        return new Groups(Directory.standings(transaction, held));
    }

    /** Contacts that were erased. */
    Collection<ContactKey> erased() {
        return standings.values().stream()
                .filter(Standing::erased)
                .map(Standing::contact)
                .toList();
    }

    /** Contacts that exist no more, though they may again, and for which nobody stands. */
    Collection<ContactKey> absent() {
        return standings.values().stream()
                .filter(it -> !it.isStanding() && !it.erased())
                .map(Standing::contact)
                .toList();
    }

    /** All contacts of the group of one; none when nobody stands for it. */
    Collection<ContactKey> membersWith(ContactKey contact) {
        var standing = standings.get(contact);
        if (standing == null || !standing.isStanding()) {
            return List.of();
        }
        return standings.values().stream()
                .filter(it -> it.isStanding() && it.survivor().equals(standing.survivor()))
                .map(Standing::contact)
                .toList();
    }

    private static void lock(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        try (var lock = BulkStatement.prepare(transaction, LOCK)) {
            ContactKey.bind(lock, contacts).query(row -> null);
        }
    }
}
