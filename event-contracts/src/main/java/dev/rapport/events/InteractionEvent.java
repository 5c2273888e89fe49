package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** {@code rapport.interactions}: facts about what passed between a contact and its owner. */
public sealed interface InteractionEvent extends AboutContact {

    Topic<InteractionEvent> TOPIC = Topic.ofFacts(
            "rapport.interactions",
            Map.of(
                    "rapport.interaction.recorded.v1", InteractionRecorded.class,
                    "rapport.interaction.retracted.v1", InteractionRetracted.class));

    /** The interaction's own id: one fact, however often it is told. */
    UUID interactionId();

    /** The member whose contact this is. */
    String owner();

    InteractionKind kind();

    Direction direction();

    /** When it happened, to the microsecond; may lie long before it was recorded. */
    Instant occurredAt();

    /**
     * An interaction was recorded and belongs to a known contact.
     *
     * @param recordedAt when Rapport learned of it
     * @param subject one line, absent when there is none
     * @param source where it came from; with {@code externalId} unique in a workspace, both absent or both present
     */
    @JsonClassDescription("An interaction was recorded and belongs to a known contact.")
    record InteractionRecorded(
            UUID interactionId,
            UUID contactId,
            String owner,
            InteractionKind kind,
            Direction direction,
            Instant occurredAt,
            Instant recordedAt,
            String subject,
            String source,
            String externalId)
            implements InteractionEvent {}

    /** An interaction was taken back: whatever was derived from it is derived anew without it. */
    @JsonClassDescription("An interaction was taken back.")
    record InteractionRetracted(
            UUID interactionId,
            UUID contactId,
            String owner,
            InteractionKind kind,
            Direction direction,
            Instant occurredAt,
            Instant retractedAt)
            implements InteractionEvent {}
}
