package dev.rapport.notifier.directory;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.batch.Locks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who stands for contacts that were merged: the end of each chain of merges, kept beside its every link. */
public final class Survivors {

    private static final String FIND = """
            select c.workspace_id, c.contact_id, c.survivor_id
            from unnest(?::text[], ?::uuid[]) as wanted (workspace_id, contact_id)
            join contact c using (workspace_id, contact_id)
            where c.survivor_id is not null""";

    private Survivors() {}

    /** Each of these contacts, or who stands for it where it was merged. */
    public static Set<ContactKey> of(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        var survivors = new TreeSet<>(contacts);
        try (var find = transaction.prepareStatement(FIND)) {
            bind(find, contacts);
            try (var rows = find.executeQuery()) {
                while (rows.next()) {
                    survivors.remove(ContactKey.read(rows, "contact_id"));
                    survivors.add(ContactKey.read(rows, "survivor_id"));
                }
            }
        }
        return survivors;
    }

    /**
     * Holds contacts, and who stands for them, until the end of the transaction: nobody else plans them, and nobody merges
     * them or parts them again.
     *
     * @return who stands for them: whom to plan
     */
    public static Set<ContactKey> hold(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        var held = new TreeSet<ContactKey>();
        var survivors = of(transaction, contacts);
        var wanted = new TreeSet<>(contacts);
        wanted.addAll(survivors);
        while (!held.containsAll(wanted)) {
            wanted.removeAll(held);
            Locks.contacts(transaction, wanted);
            held.addAll(wanted);
            survivors = of(transaction, contacts);
            wanted.addAll(survivors);
        }
        return survivors;
    }

    private static void bind(PreparedStatement statement, Collection<ContactKey> contacts) throws SQLException {
        Columns.of(statement, List.copyOf(contacts)).text(ContactKey::workspace).uuid(ContactKey::contactId);
    }
}
