package dev.rapport.engagement.tie;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.profile.InUse;
import dev.rapport.engagement.profile.Profiles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The stored ties. */
final class Ties {

    /**
     * All generations of each contact, so that whoever changes a tie, folds it under another profile or deletes it under an
     * old one shares a lock. Always in the order of the key, so that two transactions cannot wait for each other in a circle.
     */
    private static final String LOCK = """
            select from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            join tie t using (workspace_id, contact_id)
            order by t.workspace_id, t.contact_id, t.generation
            for no key update of t""";

    /**
     * Reads what is locked by a statement of its own: the one that waited for the lock began before the other transaction's
     * commit, and a join whose row was changed meanwhile is not to be relied on.
     */
    private static final String READ = """
            select t.* from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            join tie t using (workspace_id, contact_id)""";

    private static final String ADD = """
            insert into tie (workspace_id, contact_id, generation, version)
            select * from unnest(?::text[], ?::uuid[], ?::int[], ?::bigint[]) order by 1, 2
            on conflict do nothing""";

    private static final String FORGET = """
            delete from tie t using unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            where t.workspace_id = k.workspace_id and t.contact_id = k.contact_id""";

    private Ties() {}

    /**
     * All of these ties, for this transaction alone to change; one that was not stored is now, empty. Which profiles are in
     * use is read last: what is true then stays true of these ties, because a profile that comes or goes meanwhile waits for
     * them.
     */
    static LockedTies lock(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        hold(transaction, contacts);
        while (true) {
            var inUse = Profiles.inUse(
                    transaction, contacts.stream().map(ContactKey::workspace).collect(Collectors.toSet()));
            var rows = read(transaction, contacts);
            var locked = LockedTies.of(rows, inUse);
            var missing = locked.missing(contacts);
            if (missing.isEmpty()) {
                return locked;
            }
            add(transaction, missing, rows, inUse);
            hold(transaction, missing);
        }
    }

    /** Locks what is stored of these contacts, under every profile. */
    static void hold(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        try (var lock = BulkStatement.prepare(transaction, LOCK)) {
            ContactKey.bind(lock, contacts).query(row -> null);
        }
    }

    /** Deletes the ties of contacts that are none, or none any more. */
    static void forget(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        if (!contacts.isEmpty()) {
            try (var delete = BulkStatement.prepare(transaction, FORGET)) {
                ContactKey.bind(delete, contacts).execute();
            }
        }
    }

    private static List<StoredTie> read(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        try (var select = BulkStatement.prepare(transaction, READ)) {
            return ContactKey.bind(select, contacts).query(StoredTie::read);
        }
    }

    /** A contact's versions go on where those of its other generations ended. */
    private static void add(
            Connection transaction, List<ContactKey> missing, List<StoredTie> rows, Map<String, InUse> inUse)
            throws SQLException {
        var versions = rows.stream().collect(Collectors.toMap(StoredTie::key, StoredTie::version, Math::max));
        try (var insert = BulkStatement.prepare(transaction, ADD)) {
            ContactKey.bind(insert, missing)
                    .column("int", missing, it -> inUse.get(it.workspace())
                            .active()
                            .generation())
                    .column("bigint", missing, it -> versions.getOrDefault(it, 0L))
                    .execute();
        }
    }
}
