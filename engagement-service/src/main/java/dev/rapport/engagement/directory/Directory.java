package dev.rapport.engagement.directory;

import dev.rapport.engagement.bulk.BulkStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The stored directory. */
public final class Directory {

    /** An older snapshot never replaces a newer one: whatever arrives in whatever order, the highest version stays. */
    private static final String APPLY = """
            insert into directory_contact (workspace_id, contact_id, version, owner, display_name, deleted_at)
            select * from unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[])
            order by 1, 2
            on conflict (workspace_id, contact_id) do update
            set version = excluded.version, owner = excluded.owner,
                display_name = excluded.display_name, deleted_at = excluded.deleted_at
            where directory_contact.version < excluded.version
            returning workspace_id, contact_id""";

    private static final String FORGET_ADDRESSES = """
            delete from directory_address a
            using unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            where a.workspace_id = k.workspace_id and a.contact_id = k.contact_id""";

    private static final String ADD_ADDRESSES = """
            insert into directory_address (workspace_id, contact_id, address)
            select * from unnest(?::text[], ?::uuid[], ?::text[])
            on conflict do nothing""";

    private static final String OWNERS = """
            select d.workspace_id, d.contact_id, d.owner
            from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            join directory_contact d using (workspace_id, contact_id)
            where d.deleted_at is null""";

    private Directory() {}

    /** The owners of those contacts that exist and are not deleted, as this very moment knows them. */
    public static Map<ContactKey, String> owners(Connection transaction, Collection<ContactKey> contacts)
            throws SQLException {
        var owners = new HashMap<ContactKey, String>();
        try (var select = BulkStatement.prepare(transaction, OWNERS)) {
            keys(select, contacts).query(row -> owners.put(ContactKey.read(row), row.getString("owner")));
        }
        return owners;
    }

    /** Stores snapshots, one per contact, that are newer than what is stored; returns the contacts that this changed. */
    static TreeSet<ContactKey> apply(Connection transaction, Collection<Snapshot> snapshots) throws SQLException {
        try (var upsert = BulkStatement.prepare(transaction, APPLY)) {
            return new TreeSet<>(upsert.column("text", snapshots, s -> s.key().workspace())
                    .column("uuid", snapshots, s -> s.key().contactId())
                    .column("bigint", snapshots, Snapshot::version)
                    .column("text", snapshots, Snapshot::owner)
                    .column("text", snapshots, Snapshot::displayName)
                    .column("timestamptz", snapshots, Snapshot::deletedAt)
                    .query(ContactKey::read));
        }
    }

    /** Gives each contact the addresses of its snapshot, and no others. */
    static void replaceAddresses(Connection transaction, List<Snapshot> snapshots) throws SQLException {
        try (var delete = BulkStatement.prepare(transaction, FORGET_ADDRESSES)) {
            keys(delete, snapshots.stream().map(Snapshot::key).toList()).execute();
        }
        var addresses = snapshots.stream()
                .flatMap(snapshot -> snapshot.addresses().stream().map(text -> Map.entry(snapshot.key(), text)))
                .toList();
        try (var insert = BulkStatement.prepare(transaction, ADD_ADDRESSES)) {
            keys(insert, addresses.stream().map(Map.Entry::getKey).toList())
                    .column("text", addresses, Map.Entry::getValue)
                    .execute();
        }
    }

    private static BulkStatement keys(BulkStatement statement, Collection<ContactKey> keys) throws SQLException {
        return statement.column("text", keys, ContactKey::workspace).column("uuid", keys, ContactKey::contactId);
    }
}
