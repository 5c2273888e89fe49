package dev.rapport.engagement.interaction;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.engagement.directory.RowsAboutContacts;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Reads rows of the table {@code interaction}. */
final class InteractionRow {

    static final RowsAboutContacts TABLE =
            RowsAboutContacts.in("interaction", ", revision = i.revision + 1", "recorded_at");

    private InteractionRow() {}

    static Interaction read(ResultSet row) throws SQLException {
        return new Interaction(
                row.getString("workspace_id"),
                id(row, "id"),
                id(row, "occasion_id"),
                row.getInt("position"),
                id(row, "contact_id"),
                row.getString("owner"),
                new Named(id(row, "wanted_contact_id"), row.getString("address")),
                content(row),
                instant(row, "recorded_at"),
                origin(row),
                row.getLong("revision"),
                instant(row, "retracted_at"),
                List.of());
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

    private static Content content(ResultSet row) throws SQLException {
        return new Content(
                kind(row),
                direction(row),
                instant(row, "occurred_at"),
                row.getObject("duration_s", Integer.class),
                row.getString("channel"),
                row.getString("subject"),
                row.getString("excerpt"));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        var source = row.getString("source");
        return source == null ? null : new Origin(source, row.getString("external_id"), id(row, "told"));
    }
}
