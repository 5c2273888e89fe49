package dev.rapport.notifier.intake;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.Event;
import dev.rapport.messaging.EventBatches;
import dev.rapport.messaging.Messaging;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.batch.Locks;
import dev.rapport.notifier.directory.ContactDirectory;
import dev.rapport.notifier.reminder.ReminderPlanner;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows {@code rapport.contacts}: a contact's cadence, owner, name and end change its reminders. */
@ApplicationScoped
class ContactIntake {

    @Inject
    Messaging messaging;

    @Inject
    ContactDirectory directory;

    @Inject
    ReminderPlanner planner;

    private EventBatches<ContactEvent> batches;

    @PostConstruct
    void connect() {
        batches = messaging.consumer("notifier-contacts", ContactEvent.TOPIC, this::apply);
    }

    @Incoming("contacts")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        batches.consume(records);
    }

    void apply(Connection transaction, List<Event<ContactEvent>> events) throws SQLException {
        var contacts = events.stream().map(ContactKey::of).distinct().toList();
        Locks.contacts(transaction, contacts);
        directory.apply(transaction, events);
        planner.handOver(transaction, contacts);
        planner.plan(transaction, contacts);
    }
}
