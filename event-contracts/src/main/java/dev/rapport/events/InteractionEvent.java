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
     * Rises with every change of the interaction: a correction, a retraction, a restoration. Absent means 1.
     *
     * <p>Of an interaction and a contact the highest revision counts, and of equal ones the retraction, in whatever order
     * they arrive. An interaction that moves to another contact is retracted under the one and recorded under the other,
     * both at the same revision.
     */
    Long revision();

    /** The revision as a number. */
    default long revisionNumber() {
        return revision() == null ? 1 : revision();
    }

    /**
     * An interaction was recorded, changed or restored, and belongs to a known contact.
     *
     * @param recordedAt when Rapport learned of it
     * @param subject one line, absent when there is none
     * @param source where it came from; with {@code externalId} unique in a workspace, both absent or both present
     * @param occasionId what several interactions share that are one occasion, a meeting with several contacts say; absent
     *     when it was with one
     */
    @JsonClassDescription("An interaction was recorded, changed or restored, and belongs to a known contact."
            + " The highest revision counts.")
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
            String externalId,
            Long revision,
            UUID occasionId)
            implements InteractionEvent {

        /** Told for the first time, of an interaction with one contact. */
        public InteractionRecorded(
                UUID interactionId,
                UUID contactId,
                String owner,
                InteractionKind kind,
                Direction direction,
                Instant occurredAt,
                Instant recordedAt,
                String subject,
                String source,
                String externalId) {
            this(
                    interactionId,
                    contactId,
                    owner,
                    kind,
                    direction,
                    occurredAt,
                    recordedAt,
                    subject,
                    source,
                    externalId,
                    null,
                    null);
        }
    }

    /** An interaction was taken back: whatever was derived from it is derived anew without it. */
    @JsonClassDescription(
            "An interaction was taken back, or belongs to another contact now. At the revision of a record of"
                    + " the same contact, the retraction counts.")
    record InteractionRetracted(
            UUID interactionId,
            UUID contactId,
            String owner,
            InteractionKind kind,
            Direction direction,
            Instant occurredAt,
            Instant retractedAt,
            Long revision)
            implements InteractionEvent {

        /** Of an interaction that was told only once. */
        public InteractionRetracted(
                UUID interactionId,
                UUID contactId,
                String owner,
                InteractionKind kind,
                Direction direction,
                Instant occurredAt,
                Instant retractedAt) {
            this(interactionId, contactId, owner, kind, direction, occurredAt, retractedAt, null);
        }
    }
}
