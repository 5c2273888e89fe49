package dev.rapport.notifier.channel;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Lets one mail go to each paused address now and then: if it arrives, so will the others. */
@ApplicationScoped
class Probes {

    private static final String PROBE = """
            with due as materialized (
                select workspace_id, id from email_channel
                where paused_by = 'health' and probe_at <= now()
                order by probe_at limit 100 for update skip locked),
            put_off as (
                update email_channel c set probe_at = now() + make_interval(secs => ?)
                from due where c.workspace_id = due.workspace_id and c.id = due.id)
            update delivery d set state = 'pending', next_attempt_at = now()
            from due cross join lateral (
                select o.id from delivery o
                where o.workspace_id = due.workspace_id and o.channel_id = due.id and o.state in ('pending', 'held')
                order by o.created_at limit 1) oldest
            where d.workspace_id = due.workspace_id and d.id = oldest.id and d.state = 'held'""";

    @Inject
    DataSource database;

    @Inject
    EmailConfig config;

    @Scheduled(
            identity = "channel-probes",
            every = "${rapport.email.probe-poll:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional(rollbackOn = SQLException.class)
    void tick() throws SQLException {
        try (var connection = database.getConnection();
                var probe = connection.prepareStatement(PROBE)) {
            probe.setDouble(1, config.probe().toMillis() / 1000.0);
            probe.executeUpdate();
        }
    }
}
