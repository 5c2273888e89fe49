package dev.rapport.notifier.erasure;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.events.ErasureEvent;
import dev.rapport.events.ErasureEvent.ErasureAcknowledged;
import dev.rapport.events.Event;
import dev.rapport.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says what was forgotten, in the transaction that forgets it. */
@ApplicationScoped
class Acknowledgements {

    private final String service;
    private final Clock clock;

    @Inject
    Acknowledgements(@ConfigProperty(name = "quarkus.application.name") String service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /** @param contact null for a whole workspace */
    void append(Connection transaction, String workspace, UUID erasure, UUID contact) throws SQLException {
        var now = clock.instant();
        ErasureEvent data = new ErasureAcknowledged(erasure, contact, service, now);
        var event = new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), workspace, now, data);
        Outbox.append(transaction, ErasureEvent.TOPIC, List.of(event));
    }
}
