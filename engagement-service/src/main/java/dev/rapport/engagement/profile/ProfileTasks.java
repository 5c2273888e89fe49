package dev.rapport.engagement.profile;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The work that is left for the versions of all workspaces, for one instance at a time. A task begins once every transaction
 * has ended that may have read the profiles before the task was known: until then one could still add a tie under the old
 * ones alone. Leases go by the clock of the database.
 */
@ApplicationScoped
public class ProfileTasks {

    private static final Logger LOG = Logger.getLogger(ProfileTasks.class);

    private static final String CLAIM = """
            with next as (
                select o.workspace_id, o.version from scoring_profile o
                where o.task is not null and o.lease_until <= clock_timestamp()
                    and (o.barrier is null or o.barrier < pg_snapshot_xmin(pg_current_snapshot()))
                order by o.lease_until, o.workspace_id, o.version
                limit 1
                for update skip locked
            )
            update scoring_profile p
            set run = ?, attempts = p.attempts + 1, lease_until = clock_timestamp() + make_interval(secs => ?)
            from next
            where p.workspace_id = next.workspace_id and p.version = next.version
            returning p.*""";

    private static final String TOTAL = "select count(*) from tie where workspace_id = ? and generation = ?";

    private static final String BEGIN = """
            update scoring_profile
            set barrier = pg_current_xact_id(), position = null, done = 0, total = ?, attempts = 0, run = null,
                lease_until = clock_timestamp() + make_interval(secs => ?)
            where workspace_id = ? and version = ? and run = ?""";

    private static final String ADVANCE = """
            update scoring_profile
            set position = ?, done = done + ?, attempts = 0,
                lease_until = clock_timestamp() + make_interval(secs => ?)
            where workspace_id = ? and version = ? and run = ?""";

    private static final String RELEASE = """
            update scoring_profile set run = null, lease_until = clock_timestamp() + make_interval(secs => ?)
            where workspace_id = ? and version = ? and run = ?""";

    private final DataSource database;
    private final ProfileConfig config;
    private final Clock clock;

    @Inject
    ProfileTasks(DataSource database, ProfileConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** How many contacts to do in one transaction. */
    public int batch() {
        return config.batch();
    }

    /** The task that waited longest, for this instance alone to work on; empty when there is none. */
    public Optional<ProfileTask> claim() throws SQLException {
        try (var connection = database.getConnection();
                var claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, UuidCreator.getTimeOrderedEpochPlus1());
            claim.setDouble(2, seconds(config.lease()));
            try (var row = claim.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /** Prepares a task and has it wait for all that could not know of it; it is to be claimed again afterwards. */
    public Optional<ProfileTask> begin(Connection transaction, ProfileTask task) throws SQLException {
        Long total = null;
        if (task.kind() != ProfileTask.Kind.SWEEP) {
            total = total(transaction, task);
        }
        if (task.kind() == ProfileTask.Kind.BUILD) {
            ChooseRhythms.forVersion(transaction, task.workspace(), task.version(), clock.instant());
        }
        double wait = task.kind() == ProfileTask.Kind.SWEEP ? seconds(config.linger()) : 0;
        requireOne(task, update(transaction, BEGIN, total, wait, task.workspace(), task.version(), task.run()));
        return Optional.empty();
    }

    /**
     * Keeps how far a task came, in the transaction that came so far.
     *
     * @throws IllegalStateException when it was taken over, cancelled or superseded meanwhile: then nothing of the
     *     transaction may stand
     */
    public Optional<ProfileTask> advance(Connection transaction, ProfileTask task, UUID contact, int contacts)
            throws SQLException {
        requireOne(
                task,
                update(
                        transaction,
                        ADVANCE,
                        contact,
                        contacts,
                        seconds(config.lease()),
                        task.workspace(),
                        task.version(),
                        task.run()));
        return Optional.of(task.at(contact));
    }

    /** Ends a task that has no contact left; a version that is built ranks from the commit of this transaction on. */
    public void complete(Connection transaction, ProfileTask task) throws SQLException {
        requireOne(task, CompleteTask.complete(transaction, task, clock.instant()));
        LOG.infof("profile=done %s", task);
    }

    /** Leaves the rest of a task to whoever claims it next. */
    public void release(ProfileTask task) throws SQLException {
        release(task, 0);
    }

    /** Leaves a task that failed to a later attempt; a version that fails again and again is given up. */
    public void failed(ProfileTask task) throws SQLException {
        if (task.kind() == ProfileTask.Kind.BUILD && task.attempts() >= config.attempts()) {
            try (var connection = database.getConnection()) {
                CompleteTask.giveUp(connection, task, clock.instant());
            }
        } else {
            release(task, Math.min(60, 1 << Math.min(6, task.attempts())));
        }
    }

    private void release(ProfileTask task, double seconds) throws SQLException {
        try (var connection = database.getConnection()) {
            update(connection, RELEASE, seconds, task.workspace(), task.version(), task.run());
        }
    }

    private static long total(Connection transaction, ProfileTask task) throws SQLException {
        var active = Profiles.inUse(transaction, Set.of(task.workspace()))
                .get(task.workspace())
                .active();
        try (var count = transaction.prepareStatement(TOTAL)) {
            count.setString(1, task.workspace());
            count.setInt(2, active.generation());
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    private static void requireOne(ProfileTask task, int changed) {
        if (changed == 0) {
            throw new IllegalStateException("no longer to be done here: " + task);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static ProfileTask read(ResultSet row) throws SQLException {
        return new ProfileTask(
                row.getString("workspace_id"),
                row.getInt("version"),
                ProfileTask.Kind.of(row.getString("task")),
                row.getObject("position", UUID.class),
                row.getString("barrier") != null,
                row.getObject("run", UUID.class),
                row.getInt("attempts"));
    }
}
