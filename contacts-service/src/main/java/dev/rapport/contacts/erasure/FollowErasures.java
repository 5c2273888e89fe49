package dev.rapport.contacts.erasure;

import dev.rapport.events.ErasureEvent;
import dev.rapport.events.ErasureEvent.ErasureAcknowledged;
import dev.rapport.events.Event;
import dev.rapport.messaging.EventBatches;
import dev.rapport.messaging.Messaging;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Keeps what the services say that they have forgotten. A receipt that is here already, or that no erasure asked for, changes
 * nothing, so no inbox is needed.
 */
@ApplicationScoped
class FollowErasures {

    private static final Logger LOG = Logger.getLogger(FollowErasures.class);

    private static final String RECEIVE = """
            insert into erasure_receipt (workspace_id, erasure_id, service, contact_id, erased_at)
            select e.workspace_id, e.id, ?, a.contact, ?
            from (values (?::text, ?::uuid, ?::uuid)) as a (workspace, erasure, contact)
            join erasure e on e.workspace_id = a.workspace and e.id = a.erasure
            where case when a.contact is null then e.whole_workspace else a.contact = any(e.contacts) end
            on conflict do nothing""";

    private final Messaging messaging;
    private EventBatches<ErasureEvent> batches;

    @Inject
    FollowErasures(Messaging messaging) {
        this.messaging = messaging;
    }

    @PostConstruct
    void open() {
        batches = messaging.consumer("contacts-erasures", ErasureEvent.TOPIC, FollowErasures::apply);
    }

    @Incoming("erasures")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        batches.consume(records);
    }

    private static void apply(Connection transaction, List<Event<ErasureEvent>> events) throws SQLException {
        try (var receive = transaction.prepareStatement(RECEIVE)) {
            int asked = 0;
            for (var event : events) {
                if (event.data() instanceof ErasureAcknowledged receipt) {
                    receive.setString(1, receipt.service());
                    receive.setObject(2, receipt.erasedAt().atOffset(ZoneOffset.UTC));
                    receive.setString(3, event.workspace());
                    receive.setObject(4, receipt.erasureId());
                    receive.setObject(5, receipt.contactId());
                    receive.addBatch();
                    asked++;
                }
            }
            if (asked > 0) {
                int kept = Arrays.stream(receive.executeBatch()).sum();
                LOG.infof("erasure-receipts=received count=%d kept=%d", asked, kept);
            }
        }
    }
}
