package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code rapport.signals}: facts seen about contacts that give a reason to reach out or to read. */
public sealed interface SignalEvent extends AboutContact {

    Topic<SignalEvent> TOPIC = Topic.ofFacts(
            "rapport.signals",
            Map.of(
                    "rapport.signal.seen.v1", SignalSeen.class,
                    "rapport.signal.retracted.v1", SignalRetracted.class));

    /** The signal's own id: one fact, however often it is told. */
    UUID signalId();

    /**
     * Rises with every telling of the signal: when it was seen, corrected, taken back, restored, or moved to another contact.
     * Absent means 1. Of a signal and a contact the highest revision counts, and of equal ones the retraction, in whatever
     * order they arrive.
     */
    Long revision();

    /** The revision as a number. */
    default long revisionNumber() {
        return revision() == null ? 1 : revision();
    }

    /**
     * A signal was seen, corrected or restored.
     *
     * @param publishedAt when it became public, where that is known
     * @param topics what it is about, in the words of its source
     */
    @JsonClassDescription("Something was seen about a contact that gives a reason to reach out or to read, or what was"
            + " seen is corrected. The highest revision counts.")
    record SignalSeen(
            UUID signalId,
            UUID contactId,
            String owner,
            SignalKind kind,
            String title,
            String link,
            List<String> topics,
            Instant publishedAt,
            Instant seenAt,
            String source,
            String externalId,
            Long revision)
            implements SignalEvent {

        public SignalSeen {
            topics = topics == null ? List.of() : List.copyOf(topics);
        }

        /** Told for the first time. */
        public SignalSeen(
                UUID signalId,
                UUID contactId,
                String owner,
                SignalKind kind,
                String title,
                String link,
                List<String> topics,
                Instant publishedAt,
                Instant seenAt,
                String source,
                String externalId) {
            this(signalId, contactId, owner, kind, title, link, topics, publishedAt, seenAt, source, externalId, null);
        }
    }

    /** A signal was taken back, belongs to another contact now, or turned out to be one that was told before. */
    @JsonClassDescription(
            "A signal was taken back, belongs to another contact now, or turned out to be one that was told"
                    + " before. At the revision at which it was seen, the retraction counts.")
    record SignalRetracted(UUID signalId, UUID contactId, Instant retractedAt, Long revision) implements SignalEvent {

        /** Of a signal that was told only once. */
        public SignalRetracted(UUID signalId, UUID contactId, Instant retractedAt) {
            this(signalId, contactId, retractedAt, null);
        }
    }
}
