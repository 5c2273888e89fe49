package dev.rapport.engagement.interaction;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.events.InteractionEvent;
import dev.rapport.messaging.Messaging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Takes an interaction back. It stays stored, so that its source cannot bring it in again. */
@ApplicationScoped
class RetractInteraction {

    private static final String RETRACT = """
            update interaction set retracted_at = :now
            where workspace_id = :workspace and id = :id and retracted_at is null
            returning *""";

    private final Interactions interactions;
    private final WorkspaceSql sql;
    private final Messaging messaging;
    private final Clock clock;

    @Inject
    RetractInteraction(Interactions interactions, WorkspaceSql sql, Messaging messaging, Clock clock) {
        this.interactions = interactions;
        this.sql = sql;
        this.messaging = messaging;
        this.clock = clock;
    }

    /** Retracts; does nothing when that was done before; 404 when there is no such interaction. */
    @Transactional
    void retract(UUID id) {
        interactions.requireEvenRetracted(id);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sql.first(RETRACT, Map.of("now", now, "id", id), InteractionRow::read)
                .filter(Interaction::isMatched)
                .ifPresent(it -> messaging.publish(InteractionEvent.TOPIC, it.retracted(now)));
    }
}
