package dev.rapport.notifier.channel;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.notifier.preference.EmailChoice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What members do with their addresses, each in one transaction. */
@ApplicationScoped
class ChangeChannels {

    private static final int MOST = 20;
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ONE = " where workspace_id = :workspace and id = :id";

    private static final String VERIFIED =
            "update email_channel set verified_at = coalesce(verified_at, :now), verification_due_at = null" + ONE;

    private static final String ASK = """
            update email_channel set verification_due_at = now(), verification_asked_at = :now,
                verification_asked = case when verification_asked_at > :yesterday then verification_asked + 1 else 1 end""" + ONE;

    private static final String ASKED = "select verification_asked_at, verification_asked from email_channel" + ONE;

    private static final String PAUSE =
            "update email_channel set paused_by = 'member', paused_at = coalesce(paused_at, :now), probe_at = null"
                    + ONE;

    private static final String RESUME = """
            update email_channel set paused_by = null, paused_at = null, probe_at = null, failures = 0,
                failing_since = null, last_fault = null""" + ONE;

    private static final String WITHDRAW = """
            update delivery set state = 'withdrawn', lease = null, finished_at = now()
            where workspace_id = :workspace and channel_id = :id and state in ('pending', 'held')""";

    @Inject
    EmailChannels channels;

    @Inject
    Backlog backlog;

    @Inject
    EmailChoice choice;

    @Inject
    WorkspaceSql sql;

    @Inject
    DataSource database;

    @Inject
    EmailConfig config;

    @Inject
    Clock clock;

    /** Adds an address, or finds it; it becomes the one that mail goes to if there is none. */
    @Transactional
    ChannelView add(String address) {
        if (channels.find(address).isEmpty() && channels.all().size() >= MOST) {
            throw ApiException.of(ProblemType.CONFLICT, "You have " + MOST + " addresses. Delete one first.");
        }
        channels.add(address);
        choice.selectFirst(address);
        return channels.find(address).orElseThrow();
    }

    /** Deletes an address with what waits for it; mail goes there no more. */
    @Transactional
    void delete(UUID id) {
        var channel = channels.lock(id);
        sql.update(WITHDRAW, Map.of("id", id));
        sql.update("delete from email_channel" + ONE, Map.of("id", id));
        choice.deselect(channel.address());
    }

    /** The address is the member's; what waited for that is sent. */
    @Transactional(rollbackOn = SQLException.class)
    ChannelView verify(UUID id) throws SQLException {
        var channel = channels.lock(id);
        if (!channel.verified()) {
            sql.update(VERIFIED, Map.of("id", id, "now", clock.instant()));
            if (!channel.isPaused()) {
                release(channel);
            }
        }
        return channels.require(id);
    }

    /** Sends another verification mail: not at once after the last, and only so many a day. */
    @Transactional
    ChannelView askAgain(UUID id) {
        var channel = channels.lock(id);
        if (channel.verified()) {
            throw ApiException.of(ProblemType.CONFLICT, "This address is verified already.");
        }
        var now = clock.instant();
        var wait = sql.list(ASKED, Map.of("id", id), row -> {
                    var last = row.getObject(1, OffsetDateTime.class).toInstant();
                    boolean often = row.getInt(2) >= config.verificationsADay();
                    return Duration.between(now, last.plus(often ? DAY : config.verificationInterval()));
                })
                .get(0);
        if (wait.compareTo(Duration.ZERO) > 0) {
            throw ApiException.retryLater(
                    ProblemType.TOO_MANY_REQUESTS,
                    "A verification mail is on its way. Look into your junk mail, or wait for Retry-After.",
                    wait);
        }
        sql.update(ASK, Map.of("id", id, "now", now, "yesterday", now.minus(DAY)));
        return channels.require(id);
    }

    /** Stops mail to an address; what would go there waits. */
    @Transactional(rollbackOn = SQLException.class)
    ChannelView pause(UUID id) throws SQLException {
        var channel = channels.lock(id);
        sql.update(PAUSE, Map.of("id", id, "now", clock.instant()));
        try (var transaction = database.getConnection()) {
            backlog.hold(transaction, channel.member().workspace(), id);
        }
        return channels.require(id);
    }

    /** Lets mail go there again, whoever paused it; what waited follows. */
    @Transactional(rollbackOn = SQLException.class)
    ChannelView resume(UUID id) throws SQLException {
        var channel = channels.lock(id);
        if (channel.isPaused()) {
            sql.update(RESUME, Map.of("id", id));
            if (channel.verified()) {
                release(channel);
            }
        }
        return channels.require(id);
    }

    private void release(EmailAddress channel) throws SQLException {
        try (var transaction = database.getConnection()) {
            backlog.release(transaction, channel.member(), channel.id(), channel.address());
        }
    }
}
