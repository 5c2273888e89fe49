package dev.rapport.notifier.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Where features say what partners may want to hear of. */
@ApplicationScoped
public class WebhookEvents {

    private final ObjectMapper json;

    @Inject
    WebhookEvents(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Queues events for every enabled endpoint that wants them, in the caller's transaction. An event that was added before
     * is not added again.
     */
    public void add(Connection transaction, List<NewWebhookEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        var subscribers = Subscriber.of(
                transaction,
                events.stream().map(NewWebhookEvent::workspace).distinct().toList());
        var queued = new ArrayList<QueuedMessage>();
        for (var event : events) {
            var wanting = subscribers.stream()
                    .filter(it -> it.wants(event))
                    .map(Subscriber::id)
                    .toList();
            if (!wanting.isEmpty()) {
                queued.add(new QueuedMessage(event, EventBody.of(event, json), wanting));
            }
        }
        QueuedMessage.add(transaction, queued);
    }
}
