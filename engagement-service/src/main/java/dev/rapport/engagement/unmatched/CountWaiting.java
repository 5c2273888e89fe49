package dev.rapport.engagement.unmatched;

import dev.rapport.engagement.bulk.BulkStatement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Brings the groups up to date with what has begun and ceased to wait since. Costs what has changed, not what there is. */
@ApplicationScoped
class CountWaiting {

    /** How many changes are counted at a time. */
    private static final int BATCH = 5000;

    /** A change is counted once, and whoever reads the first and the last sees all that others have counted before. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('unmatched ' || ?, 0))";

    private static final String COUNT = """
            with taken as (
                delete from unmatched_change where ctid = any (array(
                    select ctid from unmatched_change where workspace_id = ? order by id limit %d))
                returning *
            ), sums as (
                select workspace_id, name, wanted_contact_id, sum(waiting) as waiting
                from taken group by workspace_id, name, wanted_contact_id
            ), counted as (
                insert into unmatched as u (workspace_id, name, wanted_contact_id, waiting, first_at, last_at)
                select s.workspace_id, s.name, s.wanted_contact_id, s.waiting, i.first_at, i.last_at
                from sums s
                cross join lateral (
                    select case when s.wanted_contact_id is null then (%s) else (%s) end as first_at,
                        case when s.wanted_contact_id is null then (%s) else (%s) end as last_at) i
                order by s.workspace_id, s.name
                on conflict (workspace_id, name) do update
                set waiting = u.waiting + excluded.waiting, first_at = excluded.first_at, last_at = excluded.last_at
            )
            select count(*) from taken""".formatted(
                    BATCH,
                    end("address = s.name", "address", "asc"),
                    end("wanted_contact_id = s.wanted_contact_id", "wanted_contact_id", "asc"),
                    end("address = s.name", "address", "desc"),
                    end("wanted_contact_id = s.wanted_contact_id", "wanted_contact_id", "desc"));

    private static final String EMPTY =
            "delete from unmatched where workspace_id = ? and waiting = 0 and ignored_at is null";

    private static final String CHANGED = "select distinct workspace_id from unmatched_change";

    private final DataSource database;

    @Inject
    CountWaiting(DataSource database) {
        this.database = database;
    }

    /** Counts what was not counted when somebody looked. */
    @Scheduled(
            identity = "count-waiting",
            every = "${rapport.unmatched.count:5s}",
            delayed = "${rapport.unmatched.count:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() throws SQLException {
        try (var connection = database.getConnection();
                var select = BulkStatement.prepare(connection, CHANGED)) {
            for (var workspace : select.query(row -> row.getString("workspace_id"))) {
                QuarkusTransaction.requiringNew().call(() -> inTransaction(workspace));
            }
        }
    }

    /** Counts, in the JTA transaction under way or one of its own, what has changed in a workspace. */
    void upToDate(String workspace) {
        QuarkusTransaction.joiningExisting().call(() -> inTransaction(workspace));
    }

    private int inTransaction(String workspace) throws SQLException {
        try (var connection = database.getConnection()) {
            return count(connection, workspace);
        }
    }

    /** Counts all that has changed in a workspace; returns how many changes there were. */
    static int count(Connection transaction, String workspace) throws SQLException {
        hold(transaction, workspace);
        int all = 0;
        int counted;
        do {
            try (var count = BulkStatement.prepare(transaction, COUNT)) {
                counted = count.value(workspace).query(row -> row.getInt(1)).get(0);
                all += counted;
            }
        } while (counted == BATCH);
        if (all > 0) {
            forgetEmpty(transaction, workspace);
        }
        return all;
    }

    /** Forgets the groups in which nothing waits any more and that nobody ignores. */
    static void forgetEmpty(Connection transaction, String workspace) throws SQLException {
        try (var delete = BulkStatement.prepare(transaction, EMPTY)) {
            delete.value(workspace).execute();
        }
    }

    /** Waits until nobody else counts in this workspace, or changes what is counted. */
    static void hold(Connection transaction, String workspace) throws SQLException {
        try (var lock = BulkStatement.prepare(transaction, ONE_AT_A_TIME)) {
            lock.value(workspace).query(row -> null);
        }
    }

    private static String end(String condition, String column, String order) {
        return "select w.occurred_at from interaction w where w.workspace_id = s.workspace_id and w." + condition
                + " and w.contact_id is null and w.retracted_at is null and w." + column
                + " is not null order by w.occurred_at " + order + " limit 1";
    }
}
