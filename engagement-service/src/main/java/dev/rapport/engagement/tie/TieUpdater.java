package dev.rapport.engagement.tie;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.interaction.EraseInteractions;
import dev.rapport.engagement.interaction.InteractionHistory;
import dev.rapport.engagement.scoring.Touch;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent;
import dev.rapport.messaging.EventBatches;
import dev.rapport.messaging.Inbox;
import dev.rapport.messaging.Messaging;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps every tie equal to the fold over its stored interactions. An event only says where to look: what counts is what is
 * stored, so an event that comes late, twice, out of order or after its retraction cannot change a tie.
 */
@ApplicationScoped
class TieUpdater {

    private static final String CONSUMER = "engagement-ties";

    private final Messaging messaging;
    private final Clock clock;
    private EventBatches<InteractionEvent> batches;

    @Inject
    TieUpdater(Messaging messaging, Clock clock) {
        this.messaging = messaging;
        this.clock = clock;
    }

    @PostConstruct
    void open() {
        batches = messaging.consumer(CONSUMER, InteractionEvent.TOPIC, this::apply);
    }

    @Incoming("interactions")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        batches.consume(records);
    }

    void apply(Connection transaction, List<Event<InteractionEvent>> events) throws SQLException {
        var arrivals = Arrivals.of(Inbox.claim(transaction, CONSUMER, events));
        if (arrivals.contacts().isEmpty()) {
            return;
        }
        // The ties first: whoever changes the directory then waits for them, so what is read of it here stays true.
        var held = HeldTies.of(transaction, arrivals.contacts());
        // What a request stored while its contact was being erased.
        EraseInteractions.attachedTo(transaction, held.erased());
        ChangeTies.change(transaction, held, occasion(transaction, arrivals, held), clock.instant());
    }

    private static Occasion occasion(Connection transaction, Arrivals arrivals, HeldTies held) throws SQLException {
        var arrived = new HashMap<ContactKey, List<Touch>>();
        InteractionHistory.byId(transaction, arrivals.recorded()).forEach((contact, touches) -> {
            if (arrivals.contacts().contains(contact)) {
                held.survivor(contact).ifPresent(survivor -> arrived.computeIfAbsent(survivor, it -> new ArrayList<>())
                        .addAll(touches));
            }
        });
        var retracted = new TreeSet<ContactKey>();
        arrivals.retracted().forEach(contact -> held.survivor(contact).ifPresent(retracted::add));
        return Occasion.interactions(arrived, retracted);
    }
}
