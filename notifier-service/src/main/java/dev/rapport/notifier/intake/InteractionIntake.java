package dev.rapport.notifier.intake;

import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent;
import dev.rapport.messaging.EventBatches;
import dev.rapport.messaging.Messaging;
import dev.rapport.notifier.alert.AlertQueue;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.directory.ErasedWorkspaces;
import dev.rapport.notifier.directory.Survivors;
import dev.rapport.notifier.reminder.ReminderPlanner;
import dev.rapport.notifier.touch.TouchLog;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows {@code rapport.interactions}: a touch moves, brings and resolves reminders. */
@ApplicationScoped
class InteractionIntake {

    @Inject
    Messaging messaging;

    @Inject
    TouchLog touches;

    @Inject
    AlertQueue alerts;

    @Inject
    ReminderPlanner planner;

    private EventBatches<InteractionEvent> batches;

    @PostConstruct
    void connect() {
        batches = messaging.consumer("notifier-interactions", InteractionEvent.TOPIC, this::apply);
    }

    @Incoming("interactions")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        batches.consume(records);
    }

    void apply(Connection transaction, List<Event<InteractionEvent>> events) throws SQLException {
        var heard = ErasedWorkspaces.withoutEnded(transaction, events);
        var contacts = heard.stream().map(ContactKey::of).distinct().toList();
        var survivors = Survivors.hold(transaction, contacts);
        touches.apply(transaction, heard);
        alerts.interactions(transaction, heard);
        planner.plan(transaction, survivors);
    }
}
