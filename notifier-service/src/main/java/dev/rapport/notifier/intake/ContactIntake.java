package dev.rapport.notifier.intake;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactMerged;
import dev.rapport.events.Event;
import dev.rapport.messaging.EventBatches;
import dev.rapport.messaging.Messaging;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.directory.ContactDirectory;
import dev.rapport.notifier.directory.ErasedWorkspaces;
import dev.rapport.notifier.directory.MergeLinks;
import dev.rapport.notifier.directory.Survivors;
import dev.rapport.notifier.edition.press.EditionSchedule;
import dev.rapport.notifier.erasure.EraseContacts;
import dev.rapport.notifier.reminder.HandOver;
import dev.rapport.notifier.reminder.ReminderPlanner;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows {@code rapport.contacts}: a contact's cadence, owner, name, merges and end change its reminders. */
@ApplicationScoped
class ContactIntake {

    @Inject
    Messaging messaging;

    @Inject
    ContactDirectory directory;

    @Inject
    EraseContacts erase;

    @Inject
    ReminderPlanner planner;

    @Inject
    EditionSchedule editions;

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
        var heard = ErasedWorkspaces.withoutEnded(transaction, events);
        var concerned = concerned(heard);
        var standing = Survivors.hold(transaction, concerned);
        if (!standing.containsAll(concerned) || heard.stream().anyMatch(it -> it.data() instanceof ContactMerged)) {
            MergeLinks.hold(transaction, concerned);
        }
        var change = directory.apply(transaction, heard);
        erase.erase(transaction, change.erased());
        // Those who stood for them until now are held already, and so, as a rule, are those who do now.
        var survivors = Survivors.hold(transaction, Survivors.of(transaction, change.affected()));
        HandOver.toOwners(transaction, survivors);
        planner.plan(transaction, survivors);
        editions.open(transaction, survivors);
    }

    /** The contacts that are spoken of, and those into which they are merged. */
    private static Set<ContactKey> concerned(List<Event<ContactEvent>> events) {
        var concerned = new TreeSet<ContactKey>();
        for (var event : events) {
            concerned.add(ContactKey.of(event));
            if (event.data() instanceof ContactMerged merged) {
                concerned.add(new ContactKey(event.workspace(), merged.into()));
            }
        }
        return concerned;
    }
}
