package dev.rapport.notifier.edition.press;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.preference.Preferences;
import dev.rapport.notifier.preference.PreferencesChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Knows when each member's next edition is due. */
@ApplicationScoped
public class EditionSchedule {

    /** In order, so that two transactions that meet new members never wait for each other in a circle. */
    private static final String OPEN = """
            insert into edition_schedule (workspace_id, member, next_at)
            select distinct c.workspace_id, c.owner, clock.next_at
            from unnest(?::text[], ?::uuid[]) as wanted (workspace_id, contact_id)
            join contact c using (workspace_id, contact_id),
                (select ?::timestamptz as next_at) as clock
            where not c.deleted and not exists (
                select from edition_schedule s where s.workspace_id = c.workspace_id and s.member = c.owner)
            order by c.workspace_id, c.owner
            on conflict (workspace_id, member) do nothing""";

    private static final String PREFERENCES =
            "select " + Preferences.COLUMNS + " from preference p where p.workspace_id = ? and p.member = ?";

    /** An edition that is due already stays due: whoever changes a preference that moment does not lose it. */
    private static final String MOVE = """
            insert into edition_schedule as kept (workspace_id, member, next_at) values (?, ?, ?)
            on conflict (workspace_id, member) do update
            set next_at = excluded.next_at where kept.next_at > ?""";

    private final DataSource database;
    private final Clock clock;

    @Inject
    EditionSchedule(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Begins with the owners of contacts who are not known yet, in the caller's transaction. Whoever has preferences is known,
     * so the defaults hold for the others.
     */
    public void open(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        if (contacts.isEmpty()) {
            return;
        }
        try (var insert = transaction.prepareStatement(OPEN)) {
            Columns.of(insert, List.copyOf(contacts))
                    .text(ContactKey::workspace)
                    .uuid(ContactKey::contactId)
                    .update(Preferences.DEFAULT.schedule().nextEdition(clock.instant()));
        }
    }

    /** Moves a member's next edition when the member's preferences change, within that transaction. */
    void follow(@Observes PreferencesChanged changed) throws SQLException {
        var now = clock.instant();
        var member = changed.member();
        try (var transaction = database.getConnection()) {
            var preferences = Preferences.DEFAULT;
            try (var select = transaction.prepareStatement(PREFERENCES)) {
                select.setString(1, member.workspace());
                select.setString(2, member.member());
                try (var row = select.executeQuery()) {
                    if (row.next()) {
                        preferences = Preferences.read(row);
                    }
                }
            }
            try (var move = transaction.prepareStatement(MOVE)) {
                move.setString(1, member.workspace());
                move.setString(2, member.member());
                move.setObject(3, utc(preferences.schedule().nextEdition(now)));
                move.setObject(4, utc(now));
                move.executeUpdate();
            }
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
