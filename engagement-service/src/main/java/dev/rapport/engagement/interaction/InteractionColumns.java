package dev.rapport.engagement.interaction;

import dev.rapport.engagement.bulk.BulkStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Binds interactions to a statement, each column an array. */
final class InteractionColumns {

    private InteractionColumns() {}

    /**
     * Binds workspace_id, id, occasion_id, position, wanted_contact_id, address, kind, direction, occurred_at, recorded_at,
     * duration_s, channel, subject, excerpt, source, external_id and told, in this order.
     */
    static BulkStatement bind(BulkStatement statement, List<Interaction> rows) throws SQLException {
        return statement
                .column("text", rows, Interaction::workspace)
                .column("uuid", rows, Interaction::id)
                .column("uuid", rows, Interaction::occasionId)
                .column("bigint", rows, Interaction::position)
                .column("uuid", rows, row -> row.named().contactId())
                .column("text", rows, row -> row.named().address())
                .column("text", rows, row -> row.content().kind().json())
                .column("text", rows, row -> row.content().direction().name())
                .column("timestamptz", rows, row -> row.content().occurredAt())
                .column("timestamptz", rows, Interaction::recordedAt)
                .column("bigint", rows, row -> row.content().durationSeconds())
                .column("text", rows, row -> row.content().channel())
                .column("text", rows, row -> row.content().subject())
                .column("text", rows, row -> row.content().excerpt())
                .column("text", rows, row -> origin(row, Origin::source))
                .column("text", rows, row -> origin(row, Origin::externalId))
                .column("uuid", rows, row -> origin(row, Origin::told));
    }

    private static Object origin(Interaction row, Function<Origin, ?> value) {
        return row.origin() == null ? null : value.apply(row.origin());
    }
}
