package dev.rapport.notifier.channel;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.notice.Notice;
import dev.rapport.notifier.notice.NoticeWords;
import dev.rapport.notifier.notice.Notices;
import dev.rapport.notifier.webhook.EventTypes;
import dev.rapport.notifier.webhook.NewWebhookEvent;
import dev.rapport.notifier.webhook.WebhookEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Watches whether mail arrives at an address, in the transaction that writes down how a delivery ended. A mail server that is
 * away is one fault and pauses nobody: its deliveries are tried again.
 */
@ApplicationScoped
public class ChannelHealth {

    private static final Logger LOG = Logger.getLogger(ChannelHealth.class);

    private static final String LOCK = "select " + EmailAddress.COLUMNS + """
             from delivery d
            join email_channel c on c.workspace_id = d.workspace_id and c.id = d.channel_id
            where d.workspace_id = ? and d.id = ? for update of c""";

    private static final String WELL = """
            update email_channel set failures = 0, failing_since = null, last_fault = null, probe_at = null,
                paused_at = case when paused_by = 'health' then null else paused_at end,
                paused_by = case when paused_by = 'health' then null else paused_by end
            where workspace_id = ? and id = ?""";

    private static final String FAULT = """
            update email_channel set failures = failures + 1, last_fault = ?, failing_since = coalesce(failing_since, ?)
            where workspace_id = ? and id = ?""";

    private static final String PAUSE = """
            update email_channel set paused_by = 'health', paused_at = ?, probe_at = now() + make_interval(secs => ?)
            where workspace_id = ? and id = ?""";

    @Inject
    Backlog backlog;

    @Inject
    EmailConfig config;

    @Inject
    WebhookEvents webhooks;

    @Inject
    Clock clock;

    /** Locks the channel of a delivery; empty when its member deleted it. Returns whether it is paused. */
    public Optional<Boolean> lock(Connection transaction, String workspace, UUID delivery) throws SQLException {
        return find(transaction, workspace, delivery).map(EmailAddress::isPaused);
    }

    /** A mail arrived. If the channel was paused for its faults, what waited follows. */
    public void arrived(Connection transaction, String workspace, UUID delivery) throws SQLException {
        var channel = find(transaction, workspace, delivery).orElse(null);
        if (channel == null || channel.failures() == 0 && !channel.isPausedByHealth()) {
            return;
        }
        try (var update = transaction.prepareStatement(WELL)) {
            update.setString(1, workspace);
            update.setObject(2, channel.id());
            update.executeUpdate();
        }
        if (channel.isPausedByHealth()) {
            LOG.infof("channel=resumed id=%s", channel.id());
            backlog.release(transaction, channel.member(), channel.id(), channel.address());
            tell(transaction, channel, EventTypes.CHANNEL_RESUMED, words -> words.mailResumed(channel.address()));
        }
    }

    /** The address turned a mail away: for good, or once more. */
    public void turnedAway(Connection transaction, String workspace, UUID delivery, String fault, boolean forGood)
            throws SQLException {
        var channel = find(transaction, workspace, delivery).orElse(null);
        if (channel == null) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (var update = transaction.prepareStatement(FAULT)) {
            update.setString(1, fault);
            update.setObject(2, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            update.setString(3, workspace);
            update.setObject(4, channel.id());
            update.executeUpdate();
        }
        if (!channel.isPaused() && (forGood || channel.failures() + 1 >= config.pauseAfter())) {
            pause(transaction, channel, now, forGood);
        }
    }

    private void pause(Connection transaction, EmailAddress channel, Instant now, boolean forGood) throws SQLException {
        try (var update = transaction.prepareStatement(PAUSE)) {
            update.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            update.setDouble(2, config.probe().toMillis() / 1000.0);
            update.setString(3, channel.member().workspace());
            update.setObject(4, channel.id());
            update.executeUpdate();
        }
        LOG.infof("channel=paused id=%s forGood=%b", channel.id(), forGood);
        backlog.hold(transaction, channel.member().workspace(), channel.id());
        tell(transaction, channel, EventTypes.CHANNEL_PAUSED, words -> words.mailPaused(channel.address(), forGood));
    }

    private void tell(Connection transaction, EmailAddress channel, String event, Function<NoticeWords, Notice> saying)
            throws SQLException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Notices.tell(transaction, channel.member(), channel.id() + ":" + now, now, saying);
        webhooks.add(
                transaction,
                List.of(new NewWebhookEvent(
                        channel.member().workspace(),
                        UuidCreator.getTimeOrderedEpochPlus1(),
                        event,
                        now,
                        channel.member().member(),
                        null,
                        Map.of("channel", "email", "channelId", channel.id()))));
    }

    private static Optional<EmailAddress> find(Connection transaction, String workspace, UUID delivery)
            throws SQLException {
        try (var query = transaction.prepareStatement(LOCK)) {
            query.setString(1, workspace);
            query.setObject(2, delivery);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(EmailAddress.read(row)) : Optional.empty();
            }
        }
    }
}
