package dev.rapport.engagement.tie;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.interaction.EraseInteractions;
import dev.rapport.engagement.interaction.InteractionHistory;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.engagement.scoring.Tie;
import dev.rapport.engagement.scoring.TieFold;
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
import java.util.Map;
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
    private static final ScoringProfile PROFILE = ScoringProfile.DEFAULT;

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

    private void apply(Connection transaction, List<Event<InteractionEvent>> events) throws SQLException {
        var arrivals = Arrivals.of(Inbox.claim(transaction, CONSUMER, events));
        if (arrivals.contacts().isEmpty()) {
            return;
        }
        // The ties first: whoever changes the directory then waits for them, so what is read of it here stays true.
        var held = HeldTies.of(transaction, arrivals.contacts());
        // What a request stored while its contact was being erased.
        EraseInteractions.attachedTo(transaction, held.erased());
        var touches = touches(transaction, arrivals, held);
        var next = new ArrayList<StoredTie>();
        held.ties().forEach((contact, stored) -> {
            if (held.isAlive(contact)) {
                stored.becoming(held.owner(contact), touches.tie(contact, stored.tie()))
                        .ifPresent(next::add);
            }
        });
        ChangeTies.change(transaction, next, PROFILE, clock.instant());
        Ties.forget(transaction, held.strangers());
    }

    private static Touches touches(Connection transaction, Arrivals arrivals, HeldTies held) throws SQLException {
        var arrived = new HashMap<ContactKey, List<Touch>>();
        InteractionHistory.byId(transaction, arrivals.recorded()).forEach((contact, touches) -> {
            if (arrivals.contacts().contains(contact)) {
                held.survivor(contact).ifPresent(survivor -> arrived.computeIfAbsent(survivor, it -> new ArrayList<>())
                        .addAll(touches));
            }
        });
        var lookingBack = new TreeSet<ContactKey>();
        arrivals.retracted().forEach(contact -> held.survivor(contact).ifPresent(lookingBack::add));
        arrived.forEach((survivor, touches) -> {
            if (TieFold.looksBack(held.ties().get(survivor).tie(), touches, PROFILE)) {
                lookingBack.add(survivor);
            }
        });
        return new Touches(arrived, lookingBack, InteractionHistory.ofContacts(transaction, lookingBack));
    }

    /**
     * @param arrived what events told of and is stored, by the contact that it counts for
     * @param lookingBack contacts whose tie cannot just be continued
     * @param stored all that is stored of those
     */
    private record Touches(
            Map<ContactKey, List<Touch>> arrived,
            TreeSet<ContactKey> lookingBack,
            Map<ContactKey, List<Touch>> stored) {

        Tie tie(ContactKey contact, Tie before) {
            return lookingBack.contains(contact)
                    ? TieFold.fold(stored.getOrDefault(contact, List.of()), PROFILE)
                    : TieFold.extend(before, arrived.getOrDefault(contact, List.of()), PROFILE);
        }
    }
}
