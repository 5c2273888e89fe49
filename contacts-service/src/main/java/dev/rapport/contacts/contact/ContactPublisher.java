package dev.rapport.contacts.contact;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.Event;
import dev.rapport.messaging.Messaging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Publishes changed contacts in the transaction of their change. Each change is written before it is told: an event carries
 * the version that the database accepted, and the row's lock keeps one contact's events in the order of their versions.
 */
@ApplicationScoped
class ContactPublisher {

    private final Contacts contacts;
    private final Messaging messaging;

    @Inject
    ContactPublisher(Contacts contacts, Messaging messaging) {
        this.contacts = contacts;
        this.messaging = messaging;
    }

    /** The contacts were added or changed; all their events are one outbox row. */
    void changed(Collection<Contact> changed, Instant now) {
        contacts.write();
        messaging.publish(
                ContactEvent.TOPIC,
                changed.stream()
                        .map(contact -> event(contact, contact.snapshot(), now))
                        .toList());
    }

    void deleted(Contact contact, Instant now) {
        contacts.write();
        messaging.publish(ContactEvent.TOPIC, List.of(event(contact, contact.obituary(), now)));
    }

    private static Event<ContactEvent> event(Contact contact, ContactEvent data, Instant now) {
        return new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), contact.workspaceId(), now, data);
    }
}
