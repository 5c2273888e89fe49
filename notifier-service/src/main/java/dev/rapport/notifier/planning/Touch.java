package dev.rapport.notifier.planning;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * One interaction as planning sees it.
 *
 * @param occurredAt when it happened
 * @param recordedAt when Rapport learned of it
 */
public record Touch(
        UUID interactionId, InteractionKind kind, Direction direction, Instant occurredAt, Instant recordedAt) {

    /** Oldest first; the id decides between two of the same instant, so that the order is total. */
    static final Comparator<Touch> BY_TIME =
            Comparator.comparing(Touch::occurredAt).thenComparing(Touch::idAsText);

    /** Whether something passed between the two: not a pitch sent to many, not a note written to oneself. */
    boolean isContact() {
        return kind != InteractionKind.PITCH && kind != InteractionKind.NOTE;
    }

    /** Whether it waits for an answer as long as none followed; somebody who likes a post does not. */
    boolean asksForReply() {
        return direction == Direction.INBOUND && isContact() && kind != InteractionKind.REACTION;
    }

    /** Whether the owner waits for an answer as long as nothing followed. */
    boolean hopesForReply() {
        return direction == Direction.OUTBOUND && (kind == InteractionKind.MESSAGE || kind == InteractionKind.EMAIL);
    }

    /** What a reminder names as its cause when this touch is it. */
    String cause() {
        return "touch:" + interactionId;
    }

    private String idAsText() {
        // UUID.compareTo is signed; the text sorts as PostgreSQL sorts uuid.
        return interactionId.toString();
    }
}
