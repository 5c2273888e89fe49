package dev.rapport.engagement.scoring;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An interaction as the score sees it. Touches are ordered by (at, id), the order in which a tie folds them.
 *
 * @param at when it happened; kept to the microsecond, as the database keeps it
 */
public record Touch(UUID id, Instant at, InteractionKind kind, Direction direction) implements Comparable<Touch> {

    public Touch {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public int compareTo(Touch other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : compare(id, other.id);
    }

    /** Byte by byte, as PostgreSQL orders UUIDs; {@link UUID#compareTo} compares signed halves. */
    static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
