package dev.rapport.engagement.directory;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.Event;
import dev.rapport.messaging.EventBatches;
import dev.rapport.messaging.Messaging;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the directory as contacts-service tells it. Snapshots carry a version, so no inbox is needed. */
@ApplicationScoped
class FollowContacts {

    private final Messaging messaging;
    private final jakarta.enterprise.event.Event<DirectoryChange> followers;
    private EventBatches<ContactEvent> batches;

    @Inject
    FollowContacts(Messaging messaging, jakarta.enterprise.event.Event<DirectoryChange> followers) {
        this.messaging = messaging;
        this.followers = followers;
    }

    @PostConstruct
    void open() {
        batches = messaging.consumer("engagement-directory", ContactEvent.TOPIC, this::apply);
    }

    @Incoming("contacts")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        batches.consume(records);
    }

    private void apply(Connection transaction, List<Event<ContactEvent>> events) throws SQLException {
        var newest = ErasedWorkspaces.withoutEnded(transaction, events).stream()
                .map(Snapshot::of)
                .collect(Collectors.toMap(Snapshot::key, snapshot -> snapshot, Snapshot::newerOf));
        var changed = Directory.apply(transaction, newest.values());
        if (changed.isEmpty()) {
            return;
        }
        var linked = changed.keySet().stream().filter(changed::get).collect(Collectors.toList());
        var regrouped = Survivors.settle(transaction, linked);
        var snapshots = changed.keySet().stream().map(newest::get).toList();
        Addresses.follow(transaction, snapshots);
        var erased = snapshots.stream()
                .filter(snapshot -> snapshot.erasure() != null)
                .collect(Collectors.toMap(Snapshot::key, Snapshot::erasure));
        var careers = snapshots.stream()
                .filter(snapshot -> snapshot.detail(ContactDetails::careerChange) != null)
                .collect(Collectors.toMap(Snapshot::key, snapshot -> snapshot.detail(ContactDetails::careerChange)));
        followers.fire(new DirectoryChange(transaction, changed.keySet(), regrouped, erased, careers));
        if (!erased.isEmpty()) {
            // Only now: by these addresses the followers found what still waited for them.
            Addresses.forget(transaction, erased.keySet());
        }
    }
}
