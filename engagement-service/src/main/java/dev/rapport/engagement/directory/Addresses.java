package dev.rapport.engagement.directory;

import dev.rapport.engagement.bulk.BulkStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The stored addresses of contacts. */
final class Addresses {

    private static final String FORGET = """
            delete from directory_address a
            using unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            where a.workspace_id = k.workspace_id and a.contact_id = k.contact_id""";

    private static final String ADD = """
            insert into directory_address (workspace_id, contact_id, address)
            select * from unnest(?::text[], ?::uuid[], ?::text[])
            on conflict do nothing""";

    private static final String RETIRE = """
            update directory_address a set former = true
            from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            where a.workspace_id = k.workspace_id and a.contact_id = k.contact_id and not a.former""";

    private Addresses() {}

    /** Gives each contact the addresses of its snapshot and no others; those of contacts that are gone find nobody. */
    static void follow(Connection transaction, List<Snapshot> snapshots) throws SQLException {
        var gone =
                snapshots.stream().filter(Snapshot::isGone).map(Snapshot::key).toList();
        if (!gone.isEmpty()) {
            run(transaction, RETIRE, gone);
        }
        var alive = snapshots.stream().filter(snapshot -> !snapshot.isGone()).toList();
        if (!alive.isEmpty()) {
            replace(transaction, alive);
        }
    }

    /** Forgets all addresses of contacts. */
    static void forget(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        run(transaction, FORGET, contacts);
    }

    private static void replace(Connection transaction, List<Snapshot> snapshots) throws SQLException {
        forget(transaction, snapshots.stream().map(Snapshot::key).toList());
        var addresses = snapshots.stream()
                .flatMap(snapshot -> snapshot.addresses().stream().map(text -> Map.entry(snapshot.key(), text)))
                .toList();
        try (var insert = BulkStatement.prepare(transaction, ADD)) {
            ContactKey.bind(insert, addresses.stream().map(Map.Entry::getKey).toList())
                    .column("text", addresses, Map.Entry::getValue)
                    .execute();
        }
    }

    private static void run(Connection transaction, String sql, Collection<ContactKey> contacts) throws SQLException {
        try (var statement = BulkStatement.prepare(transaction, sql)) {
            ContactKey.bind(statement, contacts).execute();
        }
    }
}
