package dev.rapport.engagement.interaction;

import dev.rapport.api.precondition.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Takes an interaction back. It stays stored, so that its source cannot bring it in again, and can be restored. */
@ApplicationScoped
class RetractInteraction {

    private final ChangeOccasion change;
    private final Clock clock;

    @Inject
    RetractInteraction(ChangeOccasion change, Clock clock) {
        this.change = change;
        this.clock = clock;
    }

    /** Retracts; does nothing when that was done before; 404 when there is no such interaction, 412 when it has changed. */
    void retract(UUID id, IfMatch expected) throws SQLException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        change.change(id, expected, occasion -> occasion.each(row -> row.isRetracted() ? row : row.retracted(now)));
    }
}
