package dev.rapport.engagement.relevance;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A place in a walk: just after a contact.
 *
 * @param key the key that the walk goes by; for walks by time, its rank key
 * @param last the time that the walk goes by
 */
record Position(double key, Instant last, UUID contact) {

    private static final int PARTS = 4;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    static Position of(Walk walk, Passed passed) {
        var contact = passed.contact();
        double key = walk == Walk.HOT_DOWN ? contact.stored().hotKey().log2() : passed.key();
        return new Position(key, walk.timeOf(contact.stored().tie()), contact.id());
    }

    /** The position of a leg, as a cursor keeps it. */
    Stream<Object> write(Leg leg) {
        return Stream.of(leg.name(), key, last, contact);
    }

    /** The positions that a cursor keeps, by the names of their legs; a leg that has not begun has none. */
    static Map<String, Position> read(List<String> parts) {
        var positions = new HashMap<String, Position>();
        for (int i = 0; i < parts.size(); i += PARTS) {
            positions.put(
                    parts.get(i),
                    new Position(
                            Double.parseDouble(parts.get(i + 1)),
                            instant(parts.get(i + 2)),
                            UUID.fromString(parts.get(i + 3))));
        }
        return positions;
    }

    /**
     * An instant from a cursor.
     *
     * @throws IllegalArgumentException for one that no cursor of ours ever held
     */
    static Instant instant(String text) {
        var at = Instant.parse(text);
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException(text);
        }
        return at;
    }
}
