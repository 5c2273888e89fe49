package dev.rapport.engagement.directory;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.events.AboutContact;
import dev.rapport.events.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The workspaces that were erased, each with the instant at which its past ended. */
public final class ErasedWorkspaces {

    private static final String KEEP = """
            insert into erased_workspace as kept (workspace_id, erased_at) values (?, ?::timestamptz)
            on conflict (workspace_id) do update set erased_at = excluded.erased_at
            where kept.erased_at < excluded.erased_at""";

    private static final String ERASED =
            "select workspace_id, erased_at from erased_workspace where workspace_id = any (?::text[])";

    private ErasedWorkspaces() {}

    /** Remembers that a workspace was erased; the latest instant stays. */
    public static void keep(Connection connection, String workspace, Instant erasedAt) throws SQLException {
        try (var insert = BulkStatement.prepare(connection, KEEP)) {
            insert.value(workspace).value(erasedAt.toString()).execute();
        }
    }

    /** These events without those that an erasure of their workspace has ended. */
    static <T extends AboutContact> List<Event<T>> withoutEnded(Connection transaction, List<Event<T>> events)
            throws SQLException {
        Set<String> workspaces = events.stream().map(Event::workspace).collect(Collectors.toSet());
        var erasedAt = new HashMap<String, Instant>();
        try (var select = BulkStatement.prepare(transaction, ERASED)) {
            select.column("text", workspaces, workspace -> workspace)
                    .query(row -> erasedAt.put(row.getString("workspace_id"), instant(row, "erased_at")));
        }
        return events.stream()
                .filter(event -> event.time().isAfter(erasedAt.getOrDefault(event.workspace(), Instant.MIN)))
                .toList();
    }
}
