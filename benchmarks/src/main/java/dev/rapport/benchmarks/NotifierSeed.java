package dev.rapport.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Members with their contacts, ties, reminders and news, put into the notifier's own tables, for the set-up only. A workspace
 * has 100 members; their time zone is UTC, and mail goes to none of them.
 */
final class NotifierSeed {

    private static final int MEMBERS_PER_WORKSPACE = 100;

    private static final String MEMBERS = """
            insert into preference (workspace_id, member, time_zone, edition_time, email_enabled, reply_time, daily_cap,
                updated_at)
            select ? || '-' || i / ?, 'member' || i, 'UTC', time '07:00' + make_interval(secs => floor(random() * 60) * 60),
                true, 'P1D', 7, now()
            from generate_series(0, ? - 1) as i""";

    private static final String CONTACTS = """
            insert into contact (workspace_id, contact_id, version, deleted, owner, display_name, added_at)
            select p.workspace_id, uuidv7(), 1, false, p.member, 'Contact ' || i || ' of ' || p.member, now()
            from preference p, generate_series(1, ?) as i
            where starts_with(p.workspace_id, ?)""";

    /** The key as engagement-service forms it: half-lives of 14 days since the landmark. */
    private static final String TIES = """
            insert into relevance (workspace_id, contact_id, version, removed, rank_key, half_life_s, kappa, peak_band)
            select workspace_id, contact_id, 1, false,
                extract(epoch from now() - timestamptz '2020-01-01Z')::double precision / 86400 / 14 + 4 * random() - 2,
                14 * 86400, 3.4, 'ACTIVE'
            from contact where starts_with(workspace_id, ?)""";

    private static final String REMINDERS = """
            insert into reminder (workspace_id, id, contact_id, owner, kind, state, cause, reason, due_at, wake_at, told_at,
                created_at, updated_at)
            select workspace_id, uuidv7(), contact_id, owner, 'keep_in_touch', ?, 'added',
                'You wanted to hear of each other every month', at, at, past_at, now(), now()
            from (select c.*, ?::timestamptz + random() * make_interval(secs => ?) as at, ?::timestamptz as past_at
                from contact c where starts_with(c.workspace_id, ?)) as due""";

    private static final String SIGNALS = """
            insert into signal (workspace_id, signal_id, contact_id, kind, title, happened_at, seen_at, revision, retracted,
                heard_at)
            select workspace_id, uuidv7(), contact_id, 'post', 'What ' || display_name || ' wrote', at, at, 1, false, at
            from (select c.*, ?::timestamptz - random() * interval '20 hours' as at from contact c
                where starts_with(c.workspace_id, ?)) as written""";

    private static final String SCHEDULE = """
            insert into edition_schedule (workspace_id, member, next_at)
            select workspace_id, member, (?::date + edition_time) at time zone 'UTC'
            from preference where starts_with(workspace_id, ?)""";

    private final Connection connection;
    private final String prefix;

    /** @param prefix of the names of its workspaces */
    NotifierSeed(Connection connection, String prefix) {
        this.connection = connection;
        this.prefix = prefix;
    }

    /** Members, each with as many contacts of some relevance. */
    void members(int members, int contactsEach) throws SQLException {
        update(MEMBERS, prefix, MEMBERS_PER_WORKSPACE, members);
        update(CONTACTS, contactsEach, prefix);
        update(TIES, prefix);
    }

    /** One reminder of each contact, due at random within a time. */
    void scheduled(Instant from, Duration within) throws SQLException {
        update(REMINDERS, "scheduled", utc(from), within.toSeconds(), null, prefix);
    }

    /** One reminder of each contact, told before. */
    void told(Instant at) throws SQLException {
        update(REMINDERS, "due", utc(at), 0, utc(at), prefix);
    }

    /** One signal of each contact, heard in the last 20 hours before an instant. */
    void signals(Instant until) throws SQLException {
        update(SIGNALS, utc(until), prefix);
    }

    /** An edition of this day for each member, at the member's time between 7 and 8. */
    void editions(Instant day) throws SQLException {
        update(SCHEDULE, utc(day), prefix);
    }

    /** As autovacuum would have it in time. */
    void settle() throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table :
                    new String[] {"preference", "contact", "relevance", "reminder", "signal", "edition_schedule"}) {
                statement.execute("vacuum analyze " + table);
            }
            statement.execute("select pg_stat_force_next_flush()");
        }
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] == null) {
                    statement.setNull(i + 1, Types.TIMESTAMP_WITH_TIMEZONE);
                } else {
                    statement.setObject(i + 1, parameters[i]);
                }
            }
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
