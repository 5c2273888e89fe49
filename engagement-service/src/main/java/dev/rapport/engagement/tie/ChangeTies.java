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

/** Stores ties and tells of them, in one transaction. */
final class ChangeTies {

    private ChangeTies() {}

    /** Stores the next versions of ties that this transaction has locked, and announces each. */
    static void change(Connection transaction, Collection<StoredTie> next, ScoringProfile profile, Instant now)
            throws SQLException {
        if (next.isEmpty()) {
            return;
        }
        Ties.save(transaction, next, profile);
        announce(transaction, next, profile, now);
    }

    /** Tells of ties as they are now. */
    static void announce(Connection transaction, Collection<StoredTie> next, ScoringProfile profile, Instant now)
            throws SQLException {
        var events = next.stream().map(tie -> event(tie, profile, now)).toList();
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
