package dev.rapport.engagement.erasure;

import dev.rapport.engagement.directory.ErasedWorkspaces;
import dev.rapport.events.ErasureEvent;
import dev.rapport.events.ErasureEvent.WorkspaceErased;
import dev.rapport.events.Event;
import dev.rapport.messaging.EventBatches;
import dev.rapport.messaging.Inbox;
import dev.rapport.messaging.Messaging;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Erases workspaces. What services acknowledge on the same topic is for contacts-service alone. */
@ApplicationScoped
class FollowErasures {

    private static final Logger LOG = Logger.getLogger(FollowErasures.class);
    private static final String CONSUMER = "engagement-erasures";

    private final Messaging messaging;
    private final DataSource database;
    private final EraseWorkspace erase;
    private final Acknowledgements acknowledgements;
    private EventBatches<ErasureEvent> batches;

    @Inject
    FollowErasures(Messaging messaging, DataSource database, EraseWorkspace erase, Acknowledgements acknowledgements) {
        this.messaging = messaging;
        this.database = database;
        this.erase = erase;
        this.acknowledgements = acknowledgements;
    }

    @PostConstruct
    void open() {
        batches = messaging.consumer(CONSUMER, ErasureEvent.TOPIC, this::apply);
    }

    @Incoming("erasures")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        batches.consume(records);
    }

    private void apply(Connection transaction, List<Event<ErasureEvent>> events) throws SQLException {
        for (var event : events) {
            if (event.data() instanceof WorkspaceErased erased) {
                inBatches(event.workspace(), erased);
                if (!Inbox.claim(transaction, CONSUMER, List.of(event)).isEmpty()) {
                    erase.rest(transaction, event.workspace(), erased.erasedAt());
                    acknowledgements.append(transaction, event.workspace(), erased.erasureId());
                    LOG.infof("workspace=erased workspace=%s erasure=%s", event.workspace(), erased.erasureId());
                }
            }
        }
    }

    /** Most of it in short transactions, before the one that acknowledges: a large workspace holds up nobody else. */
    private void inBatches(String workspace, WorkspaceErased erased) throws SQLException {
        try (var connection = database.getConnection()) {
            ErasedWorkspaces.keep(connection, workspace, erased.erasedAt());
            connection.setAutoCommit(false);
            while (erase.batch(connection, workspace, erased.erasedAt()) > 0) {
                connection.commit();
            }
            connection.commit();
        }
    }
}
