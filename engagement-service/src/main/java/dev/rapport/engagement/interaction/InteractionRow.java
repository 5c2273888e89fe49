package dev.rapport.engagement.interaction;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;

/** Reads rows of the table {@code interaction}. */
final class InteractionRow {

    private InteractionRow() {}

    static Interaction read(ResultSet row) throws SQLException {
        return new Interaction(
                row.getString("workspace_id"),
                id(row, "id"),
                id(row, "contact_id"),
                row.getString("owner"),
                id(row, "wanted_contact_id"),
                row.getString("address"),
                kind(row),
                direction(row),
                instant(row, "occurred_at"),
                instant(row, "recorded_at"),
                row.getString("channel"),
                row.getString("subject"),
                row.getString("excerpt"),
                row.getString("source"),
                row.getString("external_id"),
                instant(row, "retracted_at"));
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static InteractionKind kind(ResultSet row) throws SQLException {
        return InteractionKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    }

    static Direction direction(ResultSet row) throws SQLException {
        return Direction.valueOf(row.getString("direction"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
