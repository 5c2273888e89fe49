package dev.rapport.engagement.signal;

import dev.rapport.engagement.directory.Directory;
import dev.rapport.engagement.directory.DirectoryChange;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Keeps signals as the directory has their contacts: attached to those that appear, one with those of merged contacts, gone
 * with the erased; and makes signals of changed careers. All in the transaction of the directory's change and, because a
 * request under way at that moment can miss it, what waits by a sweep afterwards.
 */
@ApplicationScoped
class FollowDirectory {

    private static final Logger LOG = Logger.getLogger(FollowDirectory.class);
    /** Far longer than a request can be under way between reading the directory and committing. */
    private static final Duration MOMENT = Duration.ofMinutes(10);

    private final DataSource database;
    private final Clock clock;
    /** The first sweep of an instance goes back to the beginning, for what others left when they died. */
    private volatile Instant since = Instant.EPOCH;

    @Inject
    FollowDirectory(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void follow(@Observes DirectoryChange change) throws SQLException {
        var transaction = change.transaction();
        // What waits for a merged contact waits, in truth, for its survivor.
        var contacts = new TreeSet<>(Directory.withMerged(transaction, change.contacts()));
        contacts.addAll(change.regrouped());
        var regrouped = new TreeSet<>(contacts);
        regrouped.removeAll(change.contacts());
        regrouped.addAll(change.regrouped());
        var held = new TreeSet<>(regrouped);
        held.addAll(change.erased().keySet());
        Groups.hold(transaction, held);
        SignalRow.TABLE.erase(transaction, change.erased().keySet());
        SignalOwners.handOver(transaction, contacts);

        var now = clock.instant();
        var unsettled = new Unsettled();
        SignalTable.add(transaction, CareerSignals.of(change.careers(), now)).forEach(unsettled::is);
        SignalRow.TABLE.attach(transaction, contacts, SignalRow::read).forEach(unsettled::is);
        unsettled.regrouped(regrouped);
        unsettled.settle(transaction, now);
    }

    @Scheduled(
            identity = "attach-waiting-signals",
            every = "${rapport.waiting.sweep:5s}",
            delayed = "${rapport.waiting.sweep:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() throws SQLException {
        var now = clock.instant();
        try (var transaction = database.getConnection()) {
            var missed = SignalRow.TABLE.missed(transaction, since);
            if (!missed.isEmpty()) {
                var unsettled = new Unsettled();
                var attached = SignalRow.TABLE.attach(transaction, missed, SignalRow::read);
                attached.forEach(unsettled::is);
                unsettled.settle(transaction, now);
                LOG.infof("waiting=attached signals=%d", attached.size());
            }
        }
        since = now.minus(MOMENT);
    }
}
