package dev.rapport.notifier.intake;

import dev.rapport.events.Event;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.messaging.EventBatches;
import dev.rapport.messaging.Messaging;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.directory.ErasedWorkspaces;
import dev.rapport.notifier.directory.Survivors;
import dev.rapport.notifier.relevance.RelevanceBook;
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

/** Follows {@code rapport.relevance}: it says when a tie drifts. */
@ApplicationScoped
class RelevanceIntake {

    @Inject
    Messaging messaging;

    @Inject
    RelevanceBook book;

    @Inject
    ReminderPlanner planner;

    private EventBatches<RelevanceEvent> batches;

    @PostConstruct
    void connect() {
        batches = messaging.consumer("notifier-relevance", RelevanceEvent.TOPIC, this::apply);
    }

    @Incoming("relevance")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        batches.consume(records);
    }

    void apply(Connection transaction, List<Event<RelevanceEvent>> events) throws SQLException {
        var heard = ErasedWorkspaces.withoutEnded(transaction, events);
        var contacts = heard.stream().map(ContactKey::of).distinct().toList();
        var survivors = Survivors.hold(transaction, contacts);
        book.apply(transaction, heard);
        planner.plan(transaction, survivors);
    }
}
