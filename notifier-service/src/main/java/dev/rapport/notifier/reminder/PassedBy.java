package dev.rapport.notifier.reminder;

import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.directory.Survivors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Plans anew where an open reminder's time is over: the next birthday or anniversary takes the place of the last, and the next occurrence of
 * a series that of the one before.
 */
@ApplicationScoped
class PassedBy {

    private static final Logger LOG = Logger.getLogger(PassedBy.class);

    /** How many reminders one round takes; the rest is the next tick's. */
    private static final int ROUND = 500;

    /** A birthday that was not told yet is told first, however late; what the member snoozed comes when the member said. */
    private static final String FIND = """
            select distinct workspace_id, contact_id from (
                select workspace_id, contact_id from reminder
                where kind in ('birthday', 'manual', 'congratulate') and state in ('scheduled', 'due', 'snoozed')
                    and latest_at <= ? and state <> case kind when 'birthday' then 'scheduled' when 'manual' then 'snoozed' else '' end
                order by latest_at limit ?) as passed""";

    @Inject
    DataSource database;

    @Inject
    ReminderPlanner planner;

    @Inject
    Clock clock;

    @Transactional(rollbackOn = SQLException.class)
    void plan() throws SQLException {
        try (var transaction = database.getConnection()) {
            var contacts = find(transaction, clock.instant());
            if (!contacts.isEmpty()) {
                planner.plan(transaction, Survivors.hold(transaction, contacts));
                LOG.infof("reminders=passed-by contacts=%d", contacts.size());
            }
        }
    }

    private static List<ContactKey> find(Connection transaction, Instant now) throws SQLException {
        try (var query = transaction.prepareStatement(FIND)) {
            query.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            query.setInt(2, ROUND);
            try (var rows = query.executeQuery()) {
                var contacts = new ArrayList<ContactKey>();
                while (rows.next()) {
                    contacts.add(ContactKey.read(rows, "contact_id"));
                }
                return contacts;
            }
        }
    }
}
