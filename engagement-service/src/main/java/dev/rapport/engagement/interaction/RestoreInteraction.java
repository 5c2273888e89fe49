package dev.rapport.engagement.interaction;

import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.precondition.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;

/** Brings back an interaction that was retracted. If its contact became known meanwhile, it belongs to that now. */
@ApplicationScoped
class RestoreInteraction {

    private final ChangeOccasion change;

    @Inject
    RestoreInteraction(ChangeOccasion change) {
        this.change = change;
    }

    /** Restores; does nothing when it counts already; 404 when there is no such interaction, 412 when it has changed. */
    @Idempotent
    Response restore(UUID id, String ifMatch) throws SQLException {
        var occasion = change.change(id, IfMatch.optional(ifMatch), it -> it.each(row -> row.retracted(null)));
        return OneInteractionResource.answer(id, occasion);
    }
}
