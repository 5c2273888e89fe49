package dev.rapport.engagement.signal;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.engagement.directory.ContactKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records signals in the caller's transaction: matches and stores them, lets a source that tells something else about its own
 * signal change it, says which are one, and tells of those that are new.
 */
public final class RecordSignals {

    private RecordSignals() {}

    /**
     * Records up to 1,000 signals.
     *
     * @return what became of each, in their order
     */
    public static List<RecordedSignal> all(Connection transaction, List<Signal> signals, Instant now)
            throws SQLException {
        if (signals.isEmpty()) {
            return List.of();
        }
        var unsettled = new Unsettled();
        var added = SignalTable.add(transaction, signals);
        added.forEach(unsettled::is);
        var ids = added.stream().map(Signal::id).collect(Collectors.toSet());
        var again = signals.stream().filter(it -> !ids.contains(it.id())).toList();
        var storedBefore = again.isEmpty() ? Map.<Key, Signal>of() : byKey(SignalTable.bySource(transaction, again));
        // All at once: two batches that lock what they add after what they change could wait for each other in a
        // circle.
        Groups.hold(transaction, contacts(added, storedBefore.values()));
        change(transaction, again, storedBefore, unsettled);
        unsettled.settle(transaction, now);
        return recorded(transaction, signals, ids, storedBefore);
    }

    private static Set<ContactKey> contacts(Collection<Signal> added, Collection<Signal> storedBefore) {
        return Stream.concat(added.stream(), storedBefore.stream())
                .filter(Signal::isMatched)
                .map(Signal::contact)
                .collect(Collectors.toSet());
    }

    /** The same as the source told last changes nothing, and nothing changes what was retracted. */
    private static void change(
            Connection transaction, List<Signal> again, Map<Key, Signal> storedBefore, Unsettled unsettled)
            throws SQLException {
        var differing = again.stream()
                .filter(it -> differs(require(storedBefore.get(Key.of(it))), it))
                .collect(Collectors.groupingBy(Key::of));
        if (!differing.isEmpty()) {
            var seen = differing.keySet().stream().map(storedBefore::get).toList();
            ChangeStored.apply(transaction, seen, before -> retold(before, differing.get(Key.of(before))), unsettled);
        }
    }

    private static Signal retold(Signal before, List<Signal> tellings) {
        var current = before;
        for (var telling : tellings) {
            if (differs(current, telling)) {
                current = current.retold(telling);
            }
        }
        return current;
    }

    private static boolean differs(Signal stored, Signal told) {
        return !stored.isRetracted() && !stored.sent().equals(told.sent());
    }

    private static List<RecordedSignal> recorded(
            Connection transaction, List<Signal> signals, Set<UUID> added, Map<Key, Signal> storedBefore)
            throws SQLException {
        var wanted = new HashMap<UUID, Signal>();
        signals.forEach(it -> {
            var row = added.contains(it.id()) ? it : storedBefore.get(Key.of(it));
            wanted.put(row.id(), row);
        });
        var now = SignalTable.byId(transaction, wanted.values()).stream()
                .collect(Collectors.toMap(Signal::id, Function.identity()));
        return signals.stream()
                .map(it -> added.contains(it.id())
                        ? new RecordedSignal(now.getOrDefault(it.id(), it), true)
                        : new RecordedSignal(
                                require(now.get(storedBefore.get(Key.of(it)).id())), false))
                .toList();
    }

    private static Map<Key, Signal> byKey(Collection<Signal> signals) {
        return signals.stream().collect(Collectors.toMap(Key::of, Function.identity()));
    }

    /** It was there a moment ago: its contact is being erased. */
    private static Signal require(Signal stored) {
        if (stored == null) {
            throw ApiException.retryLater(
                    ProblemType.CONFLICT, "This signal is being deleted. Send it again.", Duration.ofSeconds(1));
        }
        return stored;
    }

    private record Key(String workspace, String source, String externalId) {
        static Key of(Signal it) {
            return new Key(it.workspace(), it.source(), it.externalId());
        }
    }
}
