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
     * A signal was seen.
     *
     * @param publishedAt when it became public, where that is known
     * @param topics what it is about, in the words of its source
     */
    @JsonClassDescription("Something was seen about a contact that gives a reason to reach out or to read.")
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
            String externalId)
            implements SignalEvent {

        public SignalSeen {
            topics = topics == null ? List.of() : List.copyOf(topics);
        }
    }

    /** A signal was taken back. */
    @JsonClassDescription("A signal was taken back.")
    record SignalRetracted(UUID signalId, UUID contactId, Instant retractedAt) implements SignalEvent {}
}
