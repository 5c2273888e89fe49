package dev.rapport.engagement.profile;

import dev.rapport.engagement.bulk.BulkStatement;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Looks at the rhythms of workspaces with an adaptive profile; where one asks for another half-life, a new version is built. */
@ApplicationScoped
class FollowRhythms {

    private static final Logger LOG = Logger.getLogger(FollowRhythms.class);

    private static final String ADAPTIVE = """
            select a.workspace_id from scoring_profile a
            where a.state = 'active' and (a.definition ->> 'adaptive')::boolean and not exists (
                select from scoring_profile b where b.workspace_id = a.workspace_id and b.state = 'building')""";

    /** The lock of {@link NewVersion}: whoever does not get it leaves the workspace to who has it. */
    private static final String TRY =
            "select from (select pg_try_advisory_xact_lock(hashtextextended('scoring-profile ' || ?, 0)) as mine) t where mine";

    private static final String ACTIVE = """
            select a.* from scoring_profile a
            where a.workspace_id = ? and a.state = 'active' and (a.definition ->> 'adaptive')::boolean and not exists (
                select from scoring_profile b where b.workspace_id = a.workspace_id and b.state = 'building')""";

    private static final String EXPLAIN =
            "update scoring_profile set rhythms = ?::jsonb where workspace_id = ? and version = ?";

    private static final String ADD = """
            insert into scoring_profile (workspace_id, version, definition, rhythms, state, created_at, task)
            select ?, max(p.version) + 1, ?::jsonb, ?::jsonb, 'building', ?::timestamptz, 'build'
            from scoring_profile p where p.workspace_id = ?""";

    private final DataSource database;
    private final Clock clock;

    @Inject
    FollowRhythms(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            identity = "scoring-rhythms",
            every = "${rapport.rhythms.every:1h}",
            delayed = "${rapport.rhythms.every:1h}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void choose() throws SQLException {
        for (var workspace : adaptive()) {
            try (var transaction = database.getConnection()) {
                transaction.setAutoCommit(false);
                try {
                    choose(transaction, workspace);
                    transaction.commit();
                } catch (SQLException | RuntimeException e) {
                    transaction.rollback();
                    LOG.warnf(e, "rhythms=failed workspace=%s", workspace);
                }
            }
        }
    }

    private List<String> adaptive() throws SQLException {
        try (var connection = database.getConnection();
                var select = BulkStatement.prepare(connection, ADAPTIVE)) {
            return select.query(row -> row.getString(1));
        }
    }

    private void choose(Connection transaction, String workspace) throws SQLException {
        var active = active(transaction, workspace);
        if (active.isEmpty()) {
            return;
        }
        var version = active.get(0);
        var rhythms = ChooseRhythms.of(transaction, workspace, clock.instant());
        var definition = ChooseRhythms.choose(version.definition(), rhythms);
        if (definition.equals(version.definition())) {
            ProfileTasks.update(transaction, EXPLAIN, ChooseRhythms.json(rhythms), workspace, version.number());
            return;
        }
        ProfileTasks.update(
                transaction,
                ADD,
                workspace,
                definition.json(),
                ChooseRhythms.json(rhythms),
                clock.instant().atOffset(ZoneOffset.UTC),
                workspace);
        LOG.infof("rhythms=changed workspace=%s", workspace);
    }

    private static List<Version> active(Connection transaction, String workspace) throws SQLException {
        try (var lock = BulkStatement.prepare(transaction, TRY)) {
            if (lock.value(workspace).query(row -> true).isEmpty()) {
                return List.of();
            }
        }
        try (var select = BulkStatement.prepare(transaction, ACTIVE)) {
            return select.value(workspace).query(Version::read);
        }
    }
}
