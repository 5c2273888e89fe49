package dev.rapport.notifier.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.batch.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A notification to be sent over a channel. */
public record NewDelivery(String workspace, UUID notificationId, String channel, String address) {

    private static final String ADD = """
            insert into delivery (workspace_id, id, notification_id, channel, address, state)
            select workspace_id, id, notification_id, channel, address, 'pending'
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[])
                as new (workspace_id, id, notification_id, channel, address)
            on conflict (workspace_id, notification_id, channel) do nothing""";

    /** Queues deliveries, in the caller's transaction; what goes out over a channel already does not go out twice. */
    public static void add(Connection transaction, List<NewDelivery> deliveries) throws SQLException {
        if (deliveries.isEmpty()) {
            return;
        }
        try (var add = transaction.prepareStatement(ADD)) {
            Columns.of(add, deliveries)
                    .text(NewDelivery::workspace)
                    .uuid(delivery -> UuidCreator.getTimeOrderedEpochPlus1())
                    .uuid(NewDelivery::notificationId)
                    .text(NewDelivery::channel)
                    .text(NewDelivery::address)
                    .update();
        }
    }
}
