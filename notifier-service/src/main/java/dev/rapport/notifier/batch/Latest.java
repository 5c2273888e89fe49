package dev.rapport.notifier.batch;

import dev.rapport.events.AboutContact;
import dev.rapport.events.Event;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Of snapshots in one batch, only the newest of each contact is worth writing, and a statement can write a row but once. */
public final class Latest {

    private Latest() {}

    /** The event with the highest version of each contact, in ascending order of contacts. */
    public static <T extends AboutContact> List<Event<T>> of(Collection<Event<T>> events, ToLongFunction<T> version) {
        var latest = new TreeMap<ContactKey, Event<T>>();
        events.forEach(event -> latest.merge(
                ContactKey.of(event),
                event,
                (one, other) -> version.applyAsLong(other.data()) > version.applyAsLong(one.data()) ? other : one));
        return List.copyOf(latest.values());
    }
}
