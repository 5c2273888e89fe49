package dev.rapport.notifier.webhook;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Deletes what was delivered or given up long ago from the log, some at a time; what still waits is never deleted. */
@ApplicationScoped
class ForgetDelivered {

    private static final Logger LOG = Logger.getLogger(ForgetDelivered.class);

    private static final String FORGET = """
            with old as materialized (
                select workspace_id, id from webhook_message m
                where created_at < now() - make_interval(secs => ?)
                    and not exists (select from webhook_delivery d where d.workspace_id = m.workspace_id
                        and d.message_id = m.id and d.state = 'waiting')
                order by created_at limit 1000 for update skip locked
            ), deliveries as (
                delete from webhook_delivery d using old
                where d.workspace_id = old.workspace_id and d.message_id = old.id returning d.workspace_id, d.id
            ), attempts as (
                delete from webhook_attempt a using deliveries d
                where a.workspace_id = d.workspace_id and a.delivery_id = d.id
            )
            delete from webhook_message m using old where m.workspace_id = old.workspace_id and m.id = old.id""";

    @Inject
    DataSource database;

    @Inject
    WebhookConfig config;

    @Scheduled(
            identity = "webhook-log",
            every = "${rapport.webhooks.forget-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        int forgotten;
        do {
            try (var connection = database.getConnection();
                    var delete = connection.prepareStatement(FORGET)) {
                delete.setDouble(1, config.keep().toSeconds());
                forgotten = delete.executeUpdate();
            }
            LOG.debugf("webhooks=forgotten messages=%d", forgotten);
        } while (forgotten > 0);
    }
}
