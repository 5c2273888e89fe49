package dev.rapport.notifier.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.inbox.NewNotification;
import dev.rapport.notifier.inbox.NotificationCategory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

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
        notice(
                transaction,
                endpoint,
                "webhook_paused",
                now.toString(),
                "The webhook to " + endpoint.host() + " is paused",
                "Nothing has arrived there for long. Nothing is lost: it waits, and one event is tried now and then.",
                now);
    }

    void resumed(Connection transaction, Endpoint endpoint) throws SQLException {
        var now = now();
        publish(transaction, endpoint, EventTypes.CHANNEL_RESUMED, now);
        notice(
                transaction,
                endpoint,
                "webhook_resumed",
                now.toString(),
                "The webhook to " + endpoint.host() + " works again",
                "What waited, and what was given up meanwhile, follows.",
                now);
    }

    void disabled(Connection transaction, Endpoint endpoint) throws SQLException {
        var now = now();
        publish(transaction, endpoint, EventTypes.CHANNEL_PAUSED, now);
        notice(
                transaction,
                endpoint,
                "webhook_disabled",
                now.toString(),
                "The webhook to " + endpoint.host() + " is disabled",
                "It answered 410: that it is gone for good. What waits is kept; enable the webhook to send it.",
                now);
    }

    /** Once a day for an endpoint, however many events it does not take. */
    void gaveUp(Connection transaction, Endpoint endpoint) throws SQLException {
        var now = now();
        notice(
                transaction,
                endpoint,
                "webhook_gave_up",
                now.truncatedTo(ChronoUnit.DAYS).toString(),
                "The webhook to " + endpoint.host() + " does not take its events",
                "Every attempt at one failed. Its log says why, and can have it sent once more.",
                now);
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
            Connection transaction, Endpoint endpoint, String kind, String when, String title, String body, Instant now)
            throws SQLException {
        NewNotification.add(
                transaction,
                List.of(new NewNotification(
                        endpoint.creator(),
                        UuidCreator.getTimeOrderedEpochPlus1(),
                        NotificationCategory.NOTICE,
                        kind,
                        kind + ":" + endpoint.id() + ":" + when,
                        null,
                        null,
                        title,
                        body,
                        now)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The data of these events. */
    private record ChannelHealth(String channel, UUID channelId, String host) {}
}
