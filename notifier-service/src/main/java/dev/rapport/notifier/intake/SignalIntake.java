package dev.rapport.notifier.intake;

import dev.rapport.events.Event;
import dev.rapport.events.SignalEvent;
import dev.rapport.messaging.EventBatches;
import dev.rapport.messaging.Messaging;
import dev.rapport.notifier.alert.AlertQueue;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.directory.ErasedWorkspaces;
import dev.rapport.notifier.directory.Survivors;
import dev.rapport.notifier.reminder.ReminderPlanner;
import dev.rapport.notifier.signal.SignalLog;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows {@code rapport.signals}: some of them call for congratulations. */
@ApplicationScoped
class SignalIntake {

    @Inject
    Messaging messaging;

    @Inject
    SignalLog signals;

    @Inject
    AlertQueue alerts;

    @Inject
    ReminderPlanner planner;

    private EventBatches<SignalEvent> batches;

    @PostConstruct
    void connect() {
        batches = messaging.consumer("notifier-signals", SignalEvent.TOPIC, this::apply);
    }

    @Incoming("signals")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        batches.consume(records);
    }

    void apply(Connection transaction, List<Event<SignalEvent>> events) throws SQLException {
        var heard = ErasedWorkspaces.withoutEnded(transaction, events);
        var contacts = heard.stream().map(ContactKey::of).distinct().toList();
        var survivors = Survivors.hold(transaction, contacts);
        signals.apply(transaction, heard);
        alerts.signals(transaction, heard);
        planner.plan(transaction, survivors);
    }
}
