package dev.rapport.notifier.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Sends on request: a test event, or once more what was sent already, under the same id and with a full round of attempts. */
@ApplicationScoped
class SendAgain {

    /** What is under way at this moment is left alone. */
    private static final String AGAIN = """
            update webhook_delivery set state = 'waiting', tries = 0, lease = null, next_attempt_at = now(),
                finished_at = null
            where workspace_id = :workspace and webhook_id = :webhook
                and (lease is null or next_attempt_at <= now())""";

    private static final String PERIOD = """
             and created_at >= :since and created_at < coalesce(:until::timestamptz, now())
             and (state = 'failed' or (state = 'delivered' and :all))""";

    private static final String DELIVERY = """
            select id from webhook_delivery
            where workspace_id = :workspace and webhook_id = :webhook and message_id = :message""";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    Webhooks webhooks;

    @Inject
    WebhookDeliveries deliveries;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Transactional
    DeliveryView one(UUID webhook, UUID delivery) {
        webhooks.requireEnabled(webhook);
        deliveries.require(webhook, delivery);
        sql.update(AGAIN + " and id = :id", Map.of("webhook", webhook, "id", delivery));
        return deliveries.require(webhook, delivery);
    }

    /** Returns how many are sent once more. */
    @Transactional
    int period(UUID webhook, ReplayPeriod period) {
        period.check();
        webhooks.requireEnabled(webhook);
        var parameters = new HashMap<String, Object>(Map.of("webhook", webhook, "since", period.since()));
        parameters.put("until", period.until());
        parameters.put("all", Boolean.TRUE.equals(period.all()));
        return sql.update(AGAIN + PERIOD, parameters);
    }

    @Transactional(rollbackOn = SQLException.class)
    DeliveryView test(UUID webhook) throws SQLException {
        webhooks.requireEnabled(webhook);
        var event = new NewWebhookEvent(
                member.workspace(),
                UuidCreator.getTimeOrderedEpochPlus1(),
                EventTypes.TEST,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                member.id(),
                null,
                new Test(webhook, "This is a test."));
        try (Connection transaction = database.getConnection()) {
            QueuedMessage.add(
                    transaction, List.of(new QueuedMessage(event, EventBody.of(event, json), List.of(webhook))));
        }
        var id = sql.first(
                        DELIVERY,
                        Map.of("webhook", webhook, "message", event.id()),
                        row -> row.getObject("id", UUID.class))
                .orElseThrow();
        return deliveries.require(webhook, id);
    }

    /** The data of a test event. */
    private record Test(UUID webhookId, String text) {}
}
