package dev.rapport.engagement.interaction;

import dev.rapport.api.precondition.IfMatch;
import dev.rapport.api.problem.ApiException;
import dev.rapport.messaging.Messaging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Changes an interaction, with all of its occasion, and tells of it. What changes nothing leaves every revision as it is. */
@ApplicationScoped
class ChangeOccasion {

    private final Interactions interactions;
    private final DataSource database;
    private final Messaging messaging;
    private final Clock clock;

    @Inject
    ChangeOccasion(Interactions interactions, DataSource database, Messaging messaging, Clock clock) {
        this.interactions = interactions;
        this.database = database;
        this.messaging = messaging;
        this.clock = clock;
    }

    /**
     * Changes the occasion of an interaction as it is when nobody else can change it any more; 404 when there is none, 412
     * when it is not as expected.
     *
     * @return the occasion after the change
     */
    @Transactional(rollbackOn = SQLException.class)
    Interaction change(UUID id, IfMatch expected, UnaryOperator<Interaction> change) throws SQLException {
        var key = Occasions.key(interactions.requireEvenRetracted(id));
        try (var connection = database.getConnection()) {
            var before = Occasions.hold(connection, List.of(key)).stream()
                    .filter(occasion -> occasion.row(id).isPresent())
                    .findFirst()
                    .orElseThrow(() -> ApiException.notFound("interaction"));
            expected.check(InteractionTag.of(before));
            var revisions = Revision.between(connection, before, change.apply(before));
            if (revisions.stream().noneMatch(Revision::isVisible)) {
                return before;
            }
            StoreRevisions.store(connection, revisions, clock.instant());
            messaging.wakeAfterCommit();
            return Occasions.find(connection, List.of(key)).get(0);
        }
    }
}
