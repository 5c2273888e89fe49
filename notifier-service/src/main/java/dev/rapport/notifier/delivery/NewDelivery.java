package dev.rapport.notifier.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.batch.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A notification, in its member's inbox by now, to be sent over a channel. */
public record NewDelivery(String workspace, UUID notificationId, String channel, String address) {

    /**
     * A channel stays as it is until the transaction ends: whoever opens it after that finds what is held for it. Locked before
     * it is looked at: of a row that another transaction is just changing, a statement that does both may lose sight.
     */
    private static final String LOCK = """
            select from unnest(?::text[], ?::uuid[], ?::text[]) as new (workspace_id, notification_id, address)
            join notification n on n.workspace_id = new.workspace_id and n.id = new.notification_id
            join email_channel c on c.workspace_id = n.workspace_id and c.member = n.member and c.address = new.address
            order by c.workspace_id, c.id for share of c""";

    /** For a channel that is not verified, or paused, it is held. */
    private static final String ADD = """
            insert into delivery (workspace_id, id, notification_id, channel, address, channel_id, state)
            select new.workspace_id, new.id, new.notification_id, new.channel, new.address, c.id,
                case when c.verified_at is not null and c.paused_by is null then 'pending' else 'held' end
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[])
                as new (workspace_id, id, notification_id, channel, address)
            join notification n on n.workspace_id = new.workspace_id and n.id = new.notification_id
            left join email_channel c on c.workspace_id = n.workspace_id and c.member = n.member
                and c.address = new.address
            on conflict (workspace_id, notification_id, channel) do nothing""";

    /** Queues deliveries, in the caller's transaction; what goes out over a channel already does not go out twice. */
    public static void add(Connection transaction, List<NewDelivery> deliveries) throws SQLException {
        if (deliveries.isEmpty()) {
            return;
        }
        try (var lock = transaction.prepareStatement(LOCK)) {
            Columns.of(lock, deliveries)
                    .text(NewDelivery::workspace)
                    .uuid(NewDelivery::notificationId)
                    .text(NewDelivery::address);
            lock.execute();
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
