package dev.rapport.engagement.tie;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.engagement.scoring.Relevance;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.events.Event;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.events.RelevanceEvent.RelevanceChanged;
import dev.rapport.events.RelevanceEvent.RelevanceRemoved;
import dev.rapport.messaging.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;

/** Stores ties and tells of them, in one transaction. */
final class ChangeTies {

    private ChangeTies() {}

    /**
     * Stores what held ties become on an occasion, under every profile in use, and tells of those that changed under the one
     * that ranks. Contacts that can have no tie have none afterwards.
     */
    static void change(Connection transaction, HeldTies held, Occasion occasion, Instant now) throws SQLException {
        var next = NextTies.of(transaction, held, occasion);
        SaveTies.change(transaction, next.active, tie -> held.inUse(tie.key()).active());
        SaveTies.put(transaction, next.building, tie -> held.inUse(tie.key())
                .building()
                .orElseThrow());
        announce(transaction, next.active, tie -> held.inUse(tie.key()).active().profileOf(tie.owner()), now);
        Ties.forget(transaction, held.strangers());
    }

    /** Tells of ties as they are now. */
    static void announce(
            Connection transaction,
            Collection<StoredTie> next,
            Function<StoredTie, ScoringProfile> profile,
            Instant now)
            throws SQLException {
        var events =
                next.stream().map(tie -> event(tie, profile.apply(tie), now)).toList();
        Outbox.append(transaction, RelevanceEvent.TOPIC, events);
    }

    private static Event<RelevanceEvent> event(StoredTie stored, ScoringProfile profile, Instant now) {
        var data = stored.tie().isEmpty()
                ? new RelevanceRemoved(stored.key().contactId(), stored.version(), now)
                : changed(stored, new Relevance(stored.tie(), profile), now);
        return new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), stored.key().workspace(), now, data);
    }

    private static RelevanceEvent changed(StoredTie stored, Relevance relevance, Instant now) {
        var profile = relevance.profile();
        return new RelevanceChanged(
                stored.key().contactId(),
                stored.version(),
                stored.owner(),
                relevance.rankKey(),
                profile.halfLife(),
                profile.kappa(),
                relevance.score(now),
                relevance.band(now),
                relevance.peakBand(),
                now,
                stored.tie().lastOutboundAt(),
                stored.tie().lastInboundAt(),
                stored.tie().interactions(),
                relevance.driftsAt().orElse(null));
    }
}
