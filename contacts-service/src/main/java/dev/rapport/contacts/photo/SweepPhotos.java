package dev.rapport.contacts.photo;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Removes the photos that no contact of their workspace has any more, of all workspaces: some hundred at a time, so that
 * nobody waits for it. Contacts in the bin, and merged ones, keep theirs, as does a survivor that a merge gave another one, for its undo.
 */
@ApplicationScoped
class SweepPhotos {

    private static final Logger LOG = Logger.getLogger(SweepPhotos.class);
    private static final int STEP = 500;

    /** For an import, or a request, that has handed it in and is about to give it to a contact. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final String REMOVE = """
            with step as (
                select workspace_id, sha256 from photo
                where (workspace_id, sha256) > (?, ?)
                order by workspace_id, sha256
                limit ?
            ), removed as (
                delete from photo p using step
                where p.workspace_id = step.workspace_id and p.sha256 = step.sha256 and p.kept_at < ?
                    and not exists (
                        select from contact c
                        where c.workspace_id = step.workspace_id
                            and c.details -> 'photo' ->> 'sha256' = step.sha256)
                    and not exists (
                        select from contact_merge m
                        where m.workspace_id = step.workspace_id and m.before -> 'photo' ->> 'sha256' = step.sha256)
                returning 1
            )
            select workspace_id, sha256, (select count(*) from removed) as removed
            from step
            order by workspace_id desc, sha256 desc
            limit 1""";

    private final DataSource database;
    private final Clock clock;

    @Inject
    SweepPhotos(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            identity = "photo-sweep",
            every = "${rapport.photos.sweep:6h}",
            delayed = "${rapport.photos.sweep-delay:15m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() throws SQLException {
        long removed = 0;
        for (var step = after("", ""); step != null; step = after(step.workspace(), step.sha256())) {
            removed += step.removed();
        }
        LOG.infof("photos=swept removed=%d", removed);
    }

    /** Null when there are no more photos. */
    private Step after(String workspace, String sha256) throws SQLException {
        try (var connection = database.getConnection();
                var remove = connection.prepareStatement(REMOVE)) {
            remove.setString(1, workspace);
            remove.setString(2, sha256);
            remove.setInt(3, STEP);
            remove.setObject(4, OffsetDateTime.ofInstant(clock.instant().minus(GRACE), ZoneOffset.UTC));
            try (var row = remove.executeQuery()) {
                return row.next() ? new Step(row.getString(1), row.getString(2), row.getLong(3)) : null;
            }
        }
    }

    /** How far a step came, and how many it removed. */
    private record Step(String workspace, String sha256, long removed) {}
}
