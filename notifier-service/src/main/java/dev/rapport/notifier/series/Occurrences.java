package dev.rapport.notifier.series;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Has one occurrence of every series open: the next when one was closed, the latest when several passed by. What the member
 * set to a local time keeps to it in whatever zone, until it is told.
 */
public final class Occurrences {

    private static final String ANY = Group.WANTED + """
            select from wanted w
            join reminder r on r.workspace_id = w.workspace_id and r.contact_id = w.contact_id and r.kind = 'manual'
            limit 1""";

    private Occurrences() {}

    /**
     * Settles what members set for these contacts, and for all that is merged into them, in the caller's transaction, which
     * holds them. None of them is merged itself.
     */
    public static void settle(Connection transaction, List<ContactKey> contacts, Instant now) throws SQLException {
        if (!isAny(transaction, contacts)) {
            return;
        }
        Presence.follow(transaction, contacts, now);
        LocalTimes.follow(transaction, contacts, now);
        var changes = new OccurrenceChanges();
        for (var standing : Standing.read(transaction, contacts)) {
            changes.add(standing, Turn.of(standing, now));
        }
        changes.write(transaction, now);
    }

    private static boolean isAny(Connection transaction, List<ContactKey> contacts) throws SQLException {
        try (var query = transaction.prepareStatement(ANY)) {
            Columns.of(query, contacts).text(ContactKey::workspace).uuid(ContactKey::contactId);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
