package dev.rapport.engagement.signal;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.directory.Directory;
import dev.rapport.engagement.directory.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Hands signals over with their contacts, and takes them from contacts that are gone. */
final class SignalOwners {

    private static final String OWNERS = """
            update signal s set owner = c.owner
            from (
                select k.owner, i.workspace_id, i.id
                from unnest(?::text[], ?::uuid[], ?::text[]) as k (workspace_id, contact_id, owner)
                cross join lateral (
                    select i.workspace_id, i.id, i.owner from signal i
                    where i.workspace_id = k.workspace_id and i.contact_id = k.contact_id
                      and i.contact_id is not null and i.retracted_at is null
                    offset 0) i
                where i.owner <> k.owner) c
            where s.workspace_id = c.workspace_id and s.id = c.id""";

    private static final String DETACH = """
            update signal s set contact_id = null, owner = null, same_as = null
            from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            where s.workspace_id = k.workspace_id and s.contact_id = k.contact_id
              and s.contact_id is not null and s.retracted_at is null and s.told_revision = 0""";

    private SignalOwners() {}

    /** Gives the signals of these contacts to their present owners. */
    static void handOver(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        try (var update = BulkStatement.prepare(transaction, OWNERS)) {
            Standing.bind(update, Directory.standing(transaction, contacts)).execute();
        }
    }

    /**
     * Has signals wait again that nobody was told of, because their contact was deleted in the very moment they were
     * recorded: so they are told should it be restored.
     */
    static void detach(Connection transaction, Collection<ContactKey> absent) throws SQLException {
        if (!absent.isEmpty()) {
            try (var update = BulkStatement.prepare(transaction, DETACH)) {
                ContactKey.bind(update, absent).execute();
            }
        }
    }
}
