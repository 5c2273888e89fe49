package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** {@code rapport.relevance}: the state of every tie. A consumer keeps the snapshot with the highest version. */
public sealed interface RelevanceEvent extends AboutContact {

    Topic<RelevanceEvent> TOPIC = Topic.ofState(
            "rapport.relevance",
            Map.of(
                    "rapport.relevance.changed.v1", RelevanceChanged.class,
                    "rapport.relevance.removed.v1", RelevanceRemoved.class));

    /** Rises with every change of this tie. */
    long version();

    /**
     * A tie changed. The strength at any instant t follows without asking again:
     * {@code 2^(rankKey − (t − 2020-01-01T00:00Z) / halfLife)}.
     *
     * @param rankKey log2 of the weighted, forward-decayed sum; its order is the ranking, now and later
     * @param halfLife in which a strength halves
     * @param kappa scale of the score: {@code score = 100 · (1 − 2^(−strength/kappa))}
     * @param score 0..100 at {@code calculatedAt}
     * @param band the score's band at {@code calculatedAt}
     * @param peakBand the strongest band that this tie ever reached
     * @param interactions how many interactions make up the tie
     * @param driftsAt when silence will have made two more weeks of silence likely; absent when there is no such instant
     */
    @JsonClassDescription(
            "A tie changed: its whole state. strength(t) = 2^(rankKey - (t - 2020-01-01T00:00Z) / halfLife).")
    record RelevanceChanged(
            UUID contactId,
            long version,
            String owner,
            double rankKey,
            Duration halfLife,
            double kappa,
            double score,
            Band band,
            Band peakBand,
            Instant calculatedAt,
            Instant lastOutboundAt,
            Instant lastInboundAt,
            long interactions,
            Instant driftsAt)
            implements RelevanceEvent {}

    /** A tie is no more: its contact was deleted or its last interaction retracted. */
    @JsonClassDescription("A tie is no more.")
    record RelevanceRemoved(UUID contactId, long version, Instant removedAt) implements RelevanceEvent {}
}
