package dev.rapport.engagement.interaction;

import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One step of an interaction.
 *
 * @param before null when it is added, to an occasion that gets a further participant
 * @param after null when it is removed, from an occasion that loses one; its revision is set by this step
 */
record Revision(Interaction before, Interaction after) {

    /** The steps from one state of an occasion to another, whose interactions are matched if they belong to nobody yet. */
    static List<Revision> between(Connection connection, Interaction before, Interaction after) throws SQLException {
        var next = new LinkedHashMap<UUID, Interaction>();
        Match.unmatched(connection, after.rows()).forEach(row -> next.put(row.id(), row));
        var revisions = new ArrayList<Revision>();
        for (var row : before.rows()) {
            revisions.add(of(row, next.remove(row.id())));
        }
        next.values().forEach(row -> revisions.add(of(null, row)));
        return revisions;
    }

    /** Gives what changed the next revision; what did not keeps its own and is told to nobody. */
    static Revision of(Interaction before, Interaction after) {
        if (before == null || after == null) {
            return new Revision(before, after);
        }
        return new Revision(before, after.atRevision(before.revision() + (isSame(before, after) ? 0 : 1)));
    }

    /** Whether anybody can see the difference. */
    boolean isVisible() {
        return before == null || after == null || before.revision() != after.revision();
    }

    /** What the world is told: of a move to another contact, both sides. */
    List<Event<InteractionEvent>> events(Instant now) {
        var events = new ArrayList<Event<InteractionEvent>>();
        if (isVisible()) {
            boolean tells = after != null && after.isTold();
            if (before != null
                    && before.isTold()
                    && !(tells && before.contactId().equals(after.contactId()))) {
                events.add(before.retracted(before.revision() + 1, now));
            }
            if (tells) {
                events.add(after.recorded(now));
            }
        }
        return events;
    }

    private static boolean isSame(Interaction one, Interaction other) {
        return one.content().equals(other.content())
                && one.named().equals(other.named())
                && Objects.equals(one.contactId(), other.contactId())
                && Objects.equals(one.occasionId(), other.occasionId())
                && Objects.equals(one.retractedAt(), other.retractedAt());
    }
}
