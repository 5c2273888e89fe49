package dev.rapport.engagement.network;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.profile.Profiles;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Keeps each workspace's figures day by day: the first look after midnight UTC keeps the day, whoever takes it and however
 * often it is taken. A day on which no instance ran is missing, and nothing else is.
 */
@ApplicationScoped
class KeepDays {

    private static final Logger LOG = Logger.getLogger(KeepDays.class);

    /** Each workspace is found by a step of its own, however many contacts it has. */
    private static final String NOT_KEPT = """
        with recursive w (workspace_id) as (
            (select workspace_id from directory_contact order by workspace_id limit 1)
            union all
            select (select d.workspace_id from directory_contact d where d.workspace_id > w.workspace_id
                order by d.workspace_id limit 1)
            from w where w.workspace_id is not null
        )
        select w.workspace_id from w
        where w.workspace_id is not null and not exists (
            select from network_day n where n.workspace_id = w.workspace_id and n.owner = '' and n.day = ?::date)\
        """;

    private static final String KEEP = """
        insert into network_day (workspace_id, owner, day, contacts, engaged30, engaged90, close, active, warm, cooling,
            dormant, with_cadence, in_cadence, reciprocity)
        select * from unnest(?::text[], ?::text[], ?::date[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
            ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::float8[])
        order by 1, 2
        on conflict do nothing\
        """;

    /** What was counted while the workspace was being erased. */
    private static final String FORGET_ERASED = """
        delete from network_day n using erased_workspace e
        where n.workspace_id = e.workspace_id and n.day <= (e.erased_at at time zone 'UTC')::date and not exists (
            select from directory_contact d where d.workspace_id = n.workspace_id)\
        """;

    private record Kept(String workspace, String owner, Figures figures) {}

    private final DataSource database;
    private final Clock clock;

    @Inject
    KeepDays(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            identity = "network-days",
            every = "${rapport.network.look:1h}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() throws SQLException {
        var workspaces = notKept();
        for (var workspace : workspaces) {
            keep(workspace);
        }
        if (!workspaces.isEmpty()) {
            LOG.infof("network figures kept workspaces=%d", workspaces.size());
        }
    }

    /** Keeps a workspace's figures of today unless they are kept. */
    void keep(String workspace) throws SQLException {
        try (var connection = database.getConnection()) {
            var scoring =
                    Profiles.inUse(connection, Set.of(workspace)).get(workspace).active();
            var kept = new ArrayList<Kept>();
            CountNetwork.of(connection, workspace, scoring, clock.instant())
                    .forEach((owner, figures) -> kept.add(new Kept(workspace, owner, figures)));
            insert(connection, kept);
            try (var forget = connection.prepareStatement(FORGET_ERASED)) {
                forget.executeUpdate();
            }
        }
    }

    private List<String> notKept() throws SQLException {
        try (var connection = database.getConnection();
                var select = BulkStatement.prepare(connection, NOT_KEPT)) {
            return select.value(
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString())
                    .query(row -> row.getString("workspace_id"));
        }
    }

    private static void insert(Connection connection, List<Kept> kept) throws SQLException {
        try (var insert = BulkStatement.prepare(connection, KEEP)) {
            insert.column("text", kept, Kept::workspace)
                    .column("text", kept, Kept::owner)
                    .column("date", kept, it -> it.figures().day())
                    .column("bigint", kept, it -> it.figures().contacts())
                    .column("bigint", kept, it -> it.figures().engaged30())
                    .column("bigint", kept, it -> it.figures().engaged90())
                    .column("bigint", kept, it -> it.figures().bands().close())
                    .column("bigint", kept, it -> it.figures().bands().active())
                    .column("bigint", kept, it -> it.figures().bands().warm())
                    .column("bigint", kept, it -> it.figures().bands().cooling())
                    .column("bigint", kept, it -> it.figures().bands().dormant())
                    .column("bigint", kept, it -> it.figures().withCadence())
                    .column("bigint", kept, it -> it.figures().inCadence())
                    .column("float8", kept, it -> it.figures().reciprocity())
                    .execute();
        }
    }
}
