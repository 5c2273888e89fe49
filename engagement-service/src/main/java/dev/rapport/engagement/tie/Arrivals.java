package dev.rapport.engagement.tie;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.interaction.InteractionHistory.InteractionKey;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionEvent.InteractionRetracted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a batch of events says that something changed.
 *
 * @param contacts all contacts that the events are about
 * @param recorded the interactions that were recorded
 * @param retracted contacts of which an interaction was taken back or changed
 */
record Arrivals(SortedSet<ContactKey> contacts, Set<InteractionKey> recorded, Set<ContactKey> retracted) {

    static Arrivals of(List<Event<InteractionEvent>> events) {
        var arrivals = new Arrivals(new TreeSet<>(), new HashSet<>(), new HashSet<>());
        for (var event : events) {
            var contact = new ContactKey(event.workspace(), event.data().contactId());
            arrivals.contacts.add(contact);
            if (event.data() instanceof InteractionRecorded it) {
                arrivals.recorded.add(new InteractionKey(event.workspace(), it.interactionId()));
            }
            // What was told before may be in the tie as it was then.
            if (event.data() instanceof InteractionRetracted || event.data().revisionNumber() > 1) {
                arrivals.retracted.add(contact);
            }
        }
        return arrivals;
    }
}
