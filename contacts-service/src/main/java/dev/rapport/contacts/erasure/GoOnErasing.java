package dev.rapport.contacts.erasure;

import dev.rapport.api.security.Member;
import dev.rapport.api.security.OnBehalf;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Goes on with the erasures of workspaces that are under way, whoever began them. */
@ApplicationScoped
class GoOnErasing {

    private static final Logger LOG = Logger.getLogger(GoOnErasing.class);

    private final DataSource database;
    private final EraseWorkspace erase;
    private final OnBehalf onBehalf;

    @Inject
    GoOnErasing(DataSource database, EraseWorkspace erase, OnBehalf onBehalf) {
        this.database = database;
        this.erase = erase;
        this.onBehalf = onBehalf;
    }

    @Scheduled(
            every = "${rapport.erasure.sweep:5s}",
            delayed = "${rapport.erasure.sweep:5s}",
            identity = "erase-workspaces",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() throws SQLException {
        for (var running : running()) {
            int steps = 1;
            while (onBehalf.of(running.member, () -> erase.step(running.erasure))) {
                steps++;
            }
            LOG.infof(
                    "erasure=stepped workspace=%s id=%s steps=%d", running.member.workspace(), running.erasure, steps);
        }
    }

    private List<Running> running() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select workspace_id, requested_by, id from erasure where state = 'running'");
                var rows = select.executeQuery()) {
            var running = new ArrayList<Running>();
            while (rows.next()) {
                running.add(
                        new Running(new Member(rows.getString(1), rows.getString(2)), rows.getObject(3, UUID.class)));
            }
            return running;
        }
    }

    private record Running(Member member, UUID erasure) {}
}
