package dev.rapport.notifier.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.batch.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** An event with the bytes that say it, and the endpoints that are to have it. */
record QueuedMessage(NewWebhookEvent event, EventBody body, List<UUID> endpoints) {

    private static final String MESSAGES = """
            insert into webhook_message (workspace_id, id, type, contact_id, reminder_id, body, created_at)
            select * from unnest(?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[])
            on conflict do nothing""";

    private static final String DELIVERIES = """
            insert into webhook_delivery (workspace_id, id, webhook_id, message_id, state)
            select workspace_id, id, webhook_id, message_id, 'waiting'
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[]) as new (workspace_id, id, webhook_id, message_id)
            on conflict do nothing""";

    static void add(Connection transaction, List<QueuedMessage> queued) throws SQLException {
        if (queued.isEmpty()) {
            return;
        }
        try (var insert = transaction.prepareStatement(MESSAGES)) {
            Columns.of(insert, queued)
                    .text(it -> it.event().workspace())
                    .uuid(it -> it.event().id())
                    .text(it -> it.event().type())
                    .uuid(it -> it.event().contactId())
                    .uuid(it -> it.body().reminderId())
                    .text(it -> it.body().json())
                    .instant(it -> it.event().time())
                    .update();
        }
        var deliveries = queued.stream()
                .flatMap(message -> message.endpoints().stream().map(endpoint -> new Addressed(message, endpoint)))
                .toList();
        try (var insert = transaction.prepareStatement(DELIVERIES)) {
            Columns.of(insert, deliveries)
                    .text(it -> it.message().event().workspace())
                    .uuid(it -> UuidCreator.getTimeOrderedEpochPlus1())
                    .uuid(Addressed::endpoint)
                    .uuid(it -> it.message().event().id())
                    .update();
        }
    }

    private record Addressed(QueuedMessage message, UUID endpoint) {}
}
