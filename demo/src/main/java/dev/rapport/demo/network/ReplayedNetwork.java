package dev.rapport.demo.network;

import dev.rapport.demo.network.MessageLog.Message;
import dev.rapport.demo.network.Person.Cadence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network of the busiest member of a real message log: everyone whom he or she wrote to or heard from. Order and
 * spacing are kept, the last message moves to now. The people are made up.
 */
public final class ReplayedNetwork implements Network.Source {

    private static final int LONGEST_NAME = 80;

    private final MessageLog log;

    /** Replays this log. */
    public ReplayedNetwork(MessageLog log) {
        this.log = log;
    }

    /** The file's name, cut when long, and the beginning of its digest, so that an edited file is another source. */
    @Override
    public String name() {
        String name = log.fileName();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "@"
                + log.digest().substring(0, 8);
    }

    @Override
    public String digest() {
        return log.digest();
    }

    @Override
    public Network endingAt(Instant now, ZoneId zone) {
        String member = busiest();
        List<Message> own = log.messages().stream()
                .filter(message -> message.from().equals(member) || message.to().equals(member))
                .sorted(Comparator.comparingLong(Message::at))
                .toList();
        Map<String, Person> people = peopleByStrength(own, member);
        long shift = now.getEpochSecond() - own.get(own.size() - 1).at();
        List<Touch> touches = own.stream()
                .map(message -> touch(message, member, people, shift))
                .toList();
        return new Network(new ArrayList<>(people.values()), touches, List.of());
    }

    /** Most messages sent or received; of equals the first by name. */
    String busiest() {
        var counts = new HashMap<String, Integer>();
        for (Message message : log.messages()) {
            counts.merge(message.from(), 1, Integer::sum);
            counts.merge(message.to(), 1, Integer::sum);
        }
        return mostFirst(counts).get(0);
    }

    private Map<String, Person> peopleByStrength(List<Message> own, String member) {
        var counts = new HashMap<String, Integer>();
        own.forEach(message -> counts.merge(other(message, member), 1, Integer::sum));
        var invented = new People(log.digest().hashCode());
        var people = new LinkedHashMap<String, Person>();
        for (String id : mostFirst(counts)) {
            people.put(id, invented.next().with(cadence(people.size(), counts.size())));
        }
        return people;
    }

    /** Two of three in the stronger 60 %, the stronger the shorter; the others are left to drift. */
    private static Cadence cadence(int rank, int people) {
        int percent = 100 * rank / people;
        if (percent >= 60 || rank % 3 == 2) {
            return null;
        }
        if (percent < 10) {
            return Cadence.ofDays(14, 21);
        }
        if (percent < 25) {
            return Cadence.ofDays(30, 45);
        }
        return percent < 45 ? Cadence.ofDays(60, 80) : Cadence.ofDays(90, 120);
    }

    private Touch touch(Message message, String member, Map<String, Person> people, long shift) {
        return new Touch(
                name(),
                Integer.toString(message.row()),
                people.get(other(message, member)).email(),
                "email",
                message.from().equals(member) ? Touch.OUTBOUND : Touch.INBOUND,
                Instant.ofEpochSecond(message.at() + shift),
                "email",
                null);
    }

    private static String other(Message message, String member) {
        return message.from().equals(member) ? message.to() : message.from();
    }

    private static List<String> mostFirst(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
