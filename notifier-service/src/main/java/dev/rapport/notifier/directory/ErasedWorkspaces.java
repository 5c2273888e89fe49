package dev.rapport.notifier.directory;

import dev.rapport.events.AboutContact;
import dev.rapport.events.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;

/** The workspaces that were erased, each with the instant at which its past ended. */
public final class ErasedWorkspaces {

    private static final String KEEP = """
            insert into erased_workspace as kept (workspace_id, erased_at) values (?, ?)
            on conflict (workspace_id) do update set erased_at = excluded.erased_at
            where kept.erased_at < excluded.erased_at""";

    private static final String ERASED =
            "select workspace_id, erased_at from erased_workspace where workspace_id = any (?)";

    private ErasedWorkspaces() {}

    /** Remembers that a workspace was erased; the latest instant stays. */
    public static void keep(Connection connection, String workspace, Instant erasedAt) throws SQLException {
        try (var insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, workspace);
            insert.setObject(2, OffsetDateTime.ofInstant(erasedAt, ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** These events without those that an erasure of their workspace has ended. */
    public static <T extends AboutContact> List<Event<T>> withoutEnded(Connection transaction, List<Event<T>> events)
            throws SQLException {
        var erasedAt = new HashMap<String, Instant>();
        try (var select = transaction.prepareStatement(ERASED)) {
            Object[] workspaces =
                    events.stream().map(Event::workspace).distinct().toArray();
            select.setArray(1, transaction.createArrayOf("text", workspaces));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    erasedAt.put(
                            rows.getString(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
        }
        return events.stream()
                .filter(event -> event.time().isAfter(erasedAt.getOrDefault(event.workspace(), Instant.MIN)))
                .toList();
    }
}
