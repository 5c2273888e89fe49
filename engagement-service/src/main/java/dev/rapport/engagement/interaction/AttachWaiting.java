package dev.rapport.engagement.interaction;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.directory.Directory;
import dev.rapport.engagement.directory.DirectoryChange;
import dev.rapport.events.InteractionEvent;
import dev.rapport.messaging.Outbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Attaches interactions that waited for their contact: in the transaction that makes the contact known and, because a
 * request under way at that moment can miss it, by a sweep afterwards.
 */
@ApplicationScoped
class AttachWaiting {

    private static final Logger LOG = Logger.getLogger(AttachWaiting.class);
    /** Far longer than a request can be under way between reading the directory and committing. */
    private static final Duration MOMENT = Duration.ofMinutes(10);

    private final DataSource database;
    private final Clock clock;
    /** The first sweep of an instance goes back to the beginning, for what others left when they died. */
    private volatile Instant since = Instant.EPOCH;

    @Inject
    AttachWaiting(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void follow(@Observes DirectoryChange change) throws SQLException {
        // What waits for a merged contact waits, in truth, for its survivor.
        var contacts = Directory.withMerged(change.transaction(), change.contacts());
        contacts.addAll(change.regrouped());
        attach(change.transaction(), contacts);
    }

    @Scheduled(
            identity = "attach-waiting",
            every = "${rapport.waiting.sweep:5s}",
            delayed = "${rapport.waiting.sweep:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() throws SQLException {
        var now = clock.instant();
        try (var connection = database.getConnection()) {
            int attached = attach(connection, InteractionRow.TABLE.missed(connection, since));
            if (attached > 0) {
                LOG.infof("waiting=attached interactions=%d", attached);
            }
        }
        since = now.minus(MOMENT);
    }

    private int attach(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        var attached = InteractionRow.TABLE.attach(transaction, contacts, InteractionRow::read);
        var now = clock.instant();
        Outbox.append(
                transaction,
                InteractionEvent.TOPIC,
                attached.stream().map(it -> it.recorded(now)).toList());
        return attached.size();
    }
}
