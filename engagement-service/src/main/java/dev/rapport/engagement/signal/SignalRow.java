package dev.rapport.engagement.signal;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.RowsAboutContacts;
import dev.rapport.events.SignalKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads and binds rows of the table {@code signal}. */
final class SignalRow {

    static final RowsAboutContacts TABLE = RowsAboutContacts.in("signal", "", "seen_at");

    /** What {@link #bindContent} binds. */
    static final String CONTENT = "wanted_contact_id, address, kind, title, link, topics, published_at, organization,"
            + " position, at, sent, bucket";

    static final String CONTENT_ARRAYS = "?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
            + " ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[], ?::uuid[], ?::text[]";

    private SignalRow() {}

    static Signal read(ResultSet row) throws SQLException {
        return new Signal(
                row.getString("workspace_id"),
                id(row, "id"),
                id(row, "contact_id"),
                row.getString("owner"),
                id(row, "wanted_contact_id"),
                row.getString("address"),
                content(row),
                instant(row, "seen_at"),
                row.getString("source"),
                row.getString("external_id"),
                id(row, "sent"),
                instant(row, "retracted_at"),
                id(row, "same_as"),
                row.getLong("revision"),
                new Signal.Told(id(row, "told_contact_id"), row.getLong("told_revision")));
    }

    /** Binds the next parameters to what signals say and of whom. */
    static BulkStatement bindContent(BulkStatement statement, Collection<Signal> rows) throws SQLException {
        return statement
                .column("uuid", rows, Signal::wantedContactId)
                .column("text", rows, Signal::address)
                .column("text", rows, it -> it.content().kind().json())
                .column("text", rows, it -> it.content().title())
                .column("text", rows, it -> it.content().link())
                .column("text", rows, it -> array(it.content().topics()))
                .column("timestamptz", rows, it -> it.content().publishedAt())
                .column("text", rows, it -> it.content().organization())
                .column("text", rows, it -> it.content().position())
                .column("timestamptz", rows, Signal::at)
                .column("uuid", rows, Signal::sent)
                .column("text", rows, Signal::bucket);
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static SignalContent content(ResultSet row) throws SQLException {
        return new SignalContent(
                SignalKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("title"),
                row.getString("link"),
                List.of((String[]) row.getArray("topics").getArray()),
                instant(row, "published_at"),
                row.getString("organization"),
                row.getString("position"));
    }

    /** The text of an array: arrays of arrays do not unnest. */
    private static String array(List<String> values) {
        return values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
