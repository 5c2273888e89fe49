package dev.rapport.notifier.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Hands out attempts whose time has come, a few of each endpoint: however long one's backlog is, and however slowly it
 * answers, it takes no more than its share.
 */
@ApplicationScoped
class ClaimAttempts {

    /** One instance claims at a time, so that the shares hold over all of them. */
    private static final String HOLD = "select pg_advisory_xact_lock(hashtextextended('webhook-claims', 0))";

    /**
     * Jumps from endpoint to endpoint that has something waiting; its cost is theirs, not that of the backlog. One that failed
     * last, or is paused, gets a single attempt at a time.
     */
    private static final String CLAIM = """
            with recursive busy as (
                (select workspace_id, webhook_id from webhook_delivery where state = 'waiting'
                    order by workspace_id, webhook_id limit 1)
                union all
                select further.workspace_id, further.webhook_id from busy
                cross join lateral (
                    select d.workspace_id, d.webhook_id from webhook_delivery d
                    where d.state = 'waiting' and (d.workspace_id, d.webhook_id) > (busy.workspace_id, busy.webhook_id)
                    order by d.workspace_id, d.webhook_id limit 1) further
            ), picked as materialized (
                select due.workspace_id, due.id from busy
                join webhook w on w.workspace_id = busy.workspace_id and w.id = busy.webhook_id
                    and w.disabled_at is null and (w.rest_until is null or w.rest_until <= now())
                cross join lateral (
                    select count(*) as n from webhook_delivery u
                    where u.workspace_id = w.workspace_id and u.webhook_id = w.id and u.lease is not null
                        and u.state = 'waiting' and u.next_attempt_at > now()) under_way
                cross join lateral (
                    select d.workspace_id, d.id, d.next_attempt_at from webhook_delivery d
                    where d.workspace_id = w.workspace_id and d.webhook_id = w.id and d.state = 'waiting'
                        and d.next_attempt_at <= now()
                    order by d.next_attempt_at
                    limit greatest((case when w.failing_since is null then ? else 1 end) - under_way.n, 0)
                    for update skip locked) due
                order by due.next_attempt_at limit ?
            )
            update webhook_delivery d set attempts = d.attempts + 1, tries = d.tries + 1, lease = ?,
                next_attempt_at = now() + make_interval(secs => ?)
            from picked
            join webhook_delivery self using (workspace_id, id)
            join webhook w on w.workspace_id = self.workspace_id and w.id = self.webhook_id
            join webhook_message m on m.workspace_id = self.workspace_id and m.id = self.message_id
            where d.workspace_id = picked.workspace_id and d.id = picked.id
            returning d.workspace_id, d.id, d.lease, d.webhook_id, d.message_id, w.url, m.body, d.attempts, d.tries,
                now() as at, array(
                    select s.secret from webhook_secret s
                    where s.workspace_id = d.workspace_id and s.webhook_id = d.webhook_id
                        and (s.expires_at is null or s.expires_at > now())
                    order by s.expires_at desc nulls first) as secrets""";

    @Inject
    DataSource database;

    @Inject
    WebhookConfig config;

    /** @param most how many attempts this instance can take on */
    @Transactional(rollbackOn = SQLException.class)
    List<ClaimedAttempt> claim(int most) throws SQLException {
        try (var transaction = database.getConnection()) {
            try (var hold = transaction.prepareStatement(HOLD)) {
                hold.execute();
            }
            return claim(transaction, most, config.lease());
        }
    }

    private List<ClaimedAttempt> claim(Connection transaction, int most, Duration lease) throws SQLException {
        try (var claim = transaction.prepareStatement(CLAIM)) {
            claim.setInt(1, config.perEndpoint());
            claim.setInt(2, most);
            claim.setObject(3, UUID.randomUUID());
            claim.setDouble(4, lease.toMillis() / 1000.0);
            try (var rows = claim.executeQuery()) {
                var claimed = new ArrayList<ClaimedAttempt>();
                while (rows.next()) {
                    claimed.add(ClaimedAttempt.read(rows));
                }
                return claimed;
            }
        }
    }
}
