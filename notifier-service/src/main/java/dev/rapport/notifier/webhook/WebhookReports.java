package dev.rapport.notifier.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.notice.Notice;
import dev.rapport.notifier.notice.NoticeWords;
import dev.rapport.notifier.notice.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Tells that an endpoint does not work, or works again, in the transaction that finds it out: its creator and partners. */
@ApplicationScoped
class WebhookReports {

    @Inject
    WebhookEvents events;

    @Inject
    Clock clock;

    void paused(Connection transaction, Endpoint endpoint) throws SQLException {
        var now = now();
        publish(transaction, endpoint, EventTypes.CHANNEL_PAUSED, now);
        notice(transaction, endpoint, now, now, words -> words.webhookPaused(endpoint.host()));
    }

    void resumed(Connection transaction, Endpoint endpoint) throws SQLException {
        var now = now();
        publish(transaction, endpoint, EventTypes.CHANNEL_RESUMED, now);
        notice(transaction, endpoint, now, now, words -> words.webhookResumed(endpoint.host()));
    }

    void disabled(Connection transaction, Endpoint endpoint) throws SQLException {
        var now = now();
        publish(transaction, endpoint, EventTypes.CHANNEL_PAUSED, now);
        notice(transaction, endpoint, now, now, words -> words.webhookDisabled(endpoint.host()));
    }

    /** Once a day for an endpoint, however many events it does not take. */
    void gaveUp(Connection transaction, Endpoint endpoint) throws SQLException {
        var now = now();
        var day = now.truncatedTo(ChronoUnit.DAYS);
        notice(transaction, endpoint, day, now, words -> words.webhookGaveUp(endpoint.host()));
    }

    private void publish(Connection transaction, Endpoint endpoint, String type, Instant now) throws SQLException {
        events.add(
                transaction,
                List.of(new NewWebhookEvent(
                        endpoint.creator().workspace(),
                        UuidCreator.getTimeOrderedEpochPlus1(),
                        type,
                        now,
                        endpoint.creator().member(),
                        null,
                        new ChannelHealth("webhook", endpoint.id(), endpoint.host()))));
    }

    private static void notice(
            Connection transaction,
            Endpoint endpoint,
            Instant occasion,
            Instant now,
            Function<NoticeWords, Notice> saying)
            throws SQLException {
        Notices.tell(transaction, endpoint.creator(), endpoint.id() + ":" + occasion, now, saying);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The data of these events. */
    private record ChannelHealth(String channel, UUID channelId, String host) {}
}
