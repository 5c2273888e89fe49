package dev.rapport.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** The imports of all workspaces that wait for an instance to work on them. Leases go by the clock of the database. */
@ApplicationScoped
class ImportQueue {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String CLAIM = """
            with next as (
                select o.workspace_id, o.id from %1$s o
                where o.state in ('waiting', 'running') and o.lease_until <= clock_timestamp()
                    and (o.state = 'running' or not exists (
                        select from %1$s r where r.workspace_id = o.workspace_id and r.state = 'running'))
                order by o.id
                limit 1
                for update skip locked
            )
            update %1$s i
            set state = 'running', run = ?, attempts = i.attempts + 1, revision = i.revision + 1,
                started_at = coalesce(i.started_at, ?), lease_until = clock_timestamp() + make_interval(secs => ?)
            from next
            where i.workspace_id = next.workspace_id and i.id = next.id
            returning i.attempts, i.cancelling, %2$s""";

    private static final String RELEASE = """
            update %s set lease_until = clock_timestamp() + make_interval(secs => ?)
            where workspace_id = ? and id = ? and run = ?""";

    private final DataSource database;
    private final ImportNames names;
    private final ImportConfig config;
    private final Clock clock;

    @Inject
    ImportQueue(DataSource database, ImportKind<?> kind, ImportConfig config, Clock clock) {
        this.database = database;
        this.names = kind.names();
        this.config = config;
        this.clock = clock;
    }

    /**
     * An import and how often it was claimed since its last progress.
     *
     * @param attempts this one included
     */
    record Claimed(Run run, int attempts) {}

    /** The oldest import that nobody works on, for this instance to work on; empty when there is none. */
    Optional<Claimed> claim() throws SQLException {
        var run = UuidCreator.getTimeOrderedEpochPlus1();
        try (var connection = database.getConnection();
                var claim = connection.prepareStatement(CLAIM.formatted(names.table(), names.columns()))) {
            claim.setObject(1, run);
            claim.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            claim.setDouble(3, (double) config.lease().toSeconds());
            try (var row = claim.executeQuery()) {
                return row.next()
                        ? Optional.of(new Claimed(
                                new Run(run, ImportJob.read(row, names), row.getBoolean("cancelling")),
                                row.getInt("attempts")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Leaves an import to whoever claims it next, after a while. */
    void release(Run run, long seconds) throws SQLException {
        try (var connection = database.getConnection();
                var release = connection.prepareStatement(RELEASE.formatted(names.table()))) {
            release.setDouble(1, (double) seconds);
            release.setString(2, run.job().member().workspace());
            release.setObject(3, run.job().id());
            release.setObject(4, run.id());
            release.executeUpdate();
        }
    }
}
