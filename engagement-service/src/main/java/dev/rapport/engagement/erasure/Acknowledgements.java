package dev.rapport.engagement.erasure;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.engagement.directory.DirectoryChange;
import dev.rapport.events.ErasureEvent;
import dev.rapport.events.ErasureEvent.ErasureAcknowledged;
import dev.rapport.events.Event;
import dev.rapport.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says what was forgotten, in the transaction that forgets it: the directory tells of each erasure but once. */
@ApplicationScoped
class Acknowledgements {

    private final String service;
    private final Clock clock;

    @Inject
    Acknowledgements(@ConfigProperty(name = "quarkus.application.name") String service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    void follow(@Observes DirectoryChange change) throws SQLException {
        var events = new ArrayList<Event<ErasureEvent>>();
        change.erased()
                .forEach((contact, erasure) -> events.add(event(contact.workspace(), erasure, contact.contactId())));
        Outbox.append(change.transaction(), ErasureEvent.TOPIC, events);
    }

    /** Says that a whole workspace was forgotten. */
    void append(Connection transaction, String workspace, UUID erasure) throws SQLException {
        Outbox.append(transaction, ErasureEvent.TOPIC, List.of(event(workspace, erasure, null)));
    }

    private Event<ErasureEvent> event(String workspace, UUID erasure, UUID contact) {
        var now = clock.instant();
        var data = new ErasureAcknowledged(erasure, contact, service, now);
        return new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), workspace, now, data);
    }
}
