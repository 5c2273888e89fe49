package dev.rapport.benchmarks.relevance;

import dev.rapport.engagement.scoring.Touch;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who wrote to whom and when, in the order of time; at one instant, in the order of the file. Every message is in two
 * people's views: the sender's of the receiver and the receiver's of the sender. A view is a contact of an owner.
 */
final class Network {

    /** A message to somebody else, in microseconds since 1970. */
    record Message(String from, String to, long micros) {}

    static final long DAY = 86_400_000_000L;

    private final long[] micros;
    private final int[] sent;
    private final int[] received;
    private final long[] nextContact;
    private final List<Integer> owners = new ArrayList<>();
    private final Map<String, Integer> people = new HashMap<>();

    /** Of at least one message, in any order; the list is sorted. */
    Network(List<Message> messages) {
        messages.sort(Comparator.comparingLong(Message::micros));
        micros = messages.stream().mapToLong(Message::micros).toArray();
        sent = new int[micros.length];
        received = new int[micros.length];
        var views = new HashMap<Long, Integer>();
        for (int i = 0; i < micros.length; i++) {
            int from = person(messages.get(i).from());
            int to = person(messages.get(i).to());
            sent[i] = view(from, to, views);
            received[i] = view(to, from, views);
        }
        nextContact = nextContact();
    }

    private int person(String name) {
        return people.computeIfAbsent(name, n -> people.size());
    }

    private int view(int owner, int contact, Map<Long, Integer> views) {
        return views.computeIfAbsent((long) owner << 32 | contact, key -> {
            owners.add(owner);
            return owners.size() - 1;
        });
    }

    private long[] nextContact() {
        var next = new long[micros.length];
        var seen = new long[owners.size()];
        Arrays.fill(seen, Long.MAX_VALUE);
        for (int i = micros.length - 1; i >= 0; i--) {
            next[i] = seen[sent[i]];
            seen[sent[i]] = micros[i];
            seen[received[i]] = micros[i];
        }
        return next;
    }

    int messages() {
        return micros.length;
    }

    int people() {
        return people.size();
    }

    int views() {
        return owners.size();
    }

    /** Whose view it is. */
    int owner(int view) {
        return owners.get(view);
    }

    long micros(int message) {
        return micros[message];
    }

    Instant at(int message) {
        return instant(micros[message]);
    }

    /** The sender's view of the receiver. */
    int sent(int message) {
        return sent[message];
    }

    /** The receiver's view of the sender. */
    int received(int message) {
        return received[message];
    }

    /** When the two people of a message write to each other again; {@link Long#MAX_VALUE} if never. */
    long nextContact(int message) {
        return nextContact[message];
    }

    /** Ranks are taken strictly after this instant: of the last 40 % of the messages. */
    long cut() {
        return micros[(int) (.6 * micros.length)];
    }

    /** A message as the score sees it in one of its two views. */
    Touch touch(int message, Direction direction) {
        return new Touch(new UUID(0, message), at(message), InteractionKind.EMAIL, direction);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
