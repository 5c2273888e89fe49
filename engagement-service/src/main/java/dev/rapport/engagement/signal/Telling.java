package dev.rapport.engagement.signal;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.events.Event;
import dev.rapport.events.SignalEvent;
import dev.rapport.events.SignalEvent.SignalRetracted;
import dev.rapport.events.SignalEvent.SignalSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What is to be told of a signal so that other services know it as it is. Each telling has a higher revision than the one
 * before, whatever it says.
 *
 * @param events in the order in which they happened
 */
record Telling(Signal before, Signal after, List<Event<SignalEvent>> events) {

    /** @param stands the signal that stands for this one, which is not told then; null when it stands for itself */
    static Telling of(Signal signal, String owner, UUID stands, Instant now) {
        boolean counts = signal.isMatched() && !signal.isRetracted() && stands == null;
        var known = signal.told();
        var events = new ArrayList<Event<SignalEvent>>();
        var told = known;
        if (known.contactId() != null && !(counts && known.contactId().equals(signal.contactId()))) {
            told = new Signal.Told(null, Math.max(signal.revision(), known.revision() + 1));
            events.add(event(signal, now, new SignalRetracted(signal.id(), known.contactId(), now, told.revision())));
        }
        if (counts && (told.contactId() == null || told.revision() < signal.revision())) {
            told = new Signal.Told(signal.contactId(), Math.max(signal.revision(), told.revision() + 1));
            events.add(event(signal, now, seen(signal, owner, told.revision())));
        }
        long revision = Math.max(signal.revision(), told.revision());
        return new Telling(signal, signal.settled(owner, stands, revision, told), events);
    }

    boolean isChange() {
        return !before.equals(after);
    }

    private static SignalSeen seen(Signal signal, String owner, long revision) {
        var content = signal.content();
        return new SignalSeen(
                signal.id(),
                signal.contactId(),
                owner,
                content.kind(),
                content.title(),
                content.link(),
                content.topics(),
                content.publishedAt(),
                signal.seenAt(),
                signal.source(),
                signal.externalId(),
                revision);
    }

    private static Event<SignalEvent> event(Signal signal, Instant now, SignalEvent data) {
        return new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), signal.workspace(), now, data);
    }
}
