package dev.rapport.contacts.duplicate;

import dev.rapport.api.security.Member;
import dev.rapport.api.security.OnBehalf;
import dev.rapport.contacts.contact.ContactsWritten;
import dev.rapport.contacts.duplicate.FollowContacts.Outcome;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Follows the contacts of every workspace: at once after a commit of this instance, at a slow poll after another's. The
 * workspaces take turns, a batch each, so that an import in one does not hold up the others.
 */
@ApplicationScoped
class DuplicateWorker {

    private static final Logger LOG = Logger.getLogger(DuplicateWorker.class);
    private static final String MEMBER = "duplicates";

    private final FollowContacts follow;
    private final OnBehalf onBehalf;
    private final DataSource database;
    private final DuplicateConfig config;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(turn -> {
        var thread = new Thread(turn, "duplicates");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    DuplicateWorker(FollowContacts follow, OnBehalf onBehalf, DataSource database, DuplicateConfig config) {
        this.follow = follow;
        this.onBehalf = onBehalf;
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        var poll = config.poll().toMillis();
        turns.scheduleWithFixedDelay(this::wakeAllBehind, poll, poll, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        turns.shutdown();
        if (!turns.awaitTermination(10, TimeUnit.SECONDS)) {
            turns.shutdownNow();
        }
    }

    void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContactsWritten written) {
        wake(written.workspace(), 0);
    }

    private void wake(String workspace, long delay) {
        try {
            if (waiting.add(workspace)) {
                turns.schedule(() -> follow(workspace), delay, TimeUnit.MILLISECONDS);
            }
        } catch (RejectedExecutionException e) {
            LOG.debugf("duplicates=stopping workspace=%s", workspace);
        }
    }

    private void follow(String workspace) {
        waiting.remove(workspace);
        try {
            var outcome = onBehalf.of(new Member(workspace, MEMBER), follow::next);
            if (outcome != Outcome.DONE) {
                wake(workspace, outcome == Outcome.MORE ? 0 : config.retry().toMillis());
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "duplicates=interrupted workspace=%s", workspace);
        }
    }

    private void wakeAllBehind() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(DuplicateSql.BEHIND);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                wake(rows.getString(1), 0);
            }
        } catch (SQLException e) {
            LOG.warnf("duplicates=not-polled cause=%s", e.getMessage());
        }
    }
}
