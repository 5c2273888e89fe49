package dev.rapport.notifier.channel;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.notice.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What waits for a channel, held back or let go in its caller's transaction, which has the channel's row locked. */
@ApplicationScoped
class Backlog {

    private static final String OF_CHANNEL = " where d.workspace_id = ? and d.channel_id = ? and d.state = 'held'";

    /** What is under way is left to whoever sends it. */
    private static final String HOLD = """
            update delivery d set state = 'held'
            where d.workspace_id = ? and d.channel_id = ? and d.state = 'pending' and d.lease is null""";

    /** Reminders that were dealt with, and what was read in the inbox, need no mail any more. */
    private static final String WITHDRAW = """
            update delivery d set state = 'withdrawn', finished_at = now() from notification n
            left join reminder r on r.workspace_id = n.workspace_id and r.id = n.reminder_id""" + OF_CHANNEL + """
             and n.workspace_id = d.workspace_id and n.id = d.notification_id
                and (n.archived_at is not null
                    or n.category = 'reminder' and (r.state is distinct from 'due' or r.notification_id <> n.id))""";

    private static final String COUNT = "select count(*) from delivery d" + OF_CHANNEL;

    private static final String SEND = "update delivery d set state = 'pending', next_attempt_at = now()" + OF_CHANNEL;

    private static final String SUM_UP =
            "update delivery d set state = 'summarised', finished_at = now(), summary_id = ?" + OF_CHANNEL;

    private static final String SUMMARY = """
            insert into delivery (workspace_id, id, notification_id, channel, address, state, channel_id)
            values (?, ?, ?, 'email', ?, 'pending', ?)""";

    @Inject
    EmailConfig config;

    @Inject
    Clock clock;

    /** Lets nothing more leave. */
    void hold(Connection transaction, String workspace, UUID channel) throws SQLException {
        update(transaction, HOLD, workspace, channel);
    }

    /** Sends what is still wanted: mail by mail, or, when that is a lot, one mail that tells of all. */
    void release(Connection transaction, MemberKey member, UUID channel, String address) throws SQLException {
        update(transaction, WITHDRAW, member.workspace(), channel);
        int waiting = count(transaction, member.workspace(), channel);
        if (waiting <= config.singly()) {
            update(transaction, SEND, member.workspace(), channel);
            return;
        }
        var summary = UuidCreator.getTimeOrderedEpochPlus1();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Notices.tell(transaction, member, summary, now, words -> words.messagesWaited(waiting));
        update(transaction, SUM_UP, summary, member.workspace(), channel);
        update(
                transaction,
                SUMMARY,
                member.workspace(),
                UuidCreator.getTimeOrderedEpochPlus1(),
                summary,
                address,
                channel);
    }

    private static int count(Connection transaction, String workspace, UUID channel) throws SQLException {
        try (var query = bound(transaction, COUNT, workspace, channel);
                var row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void update(Connection transaction, String sql, Object... values) throws SQLException {
        try (var update = bound(transaction, sql, values)) {
            update.executeUpdate();
        }
    }

    private static PreparedStatement bound(Connection transaction, String sql, Object... values) throws SQLException {
        var statement = transaction.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
