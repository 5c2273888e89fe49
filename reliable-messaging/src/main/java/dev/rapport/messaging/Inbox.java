package dev.rapport.messaging;

import dev.rapport.events.AboutContact;
import dev.rapport.events.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Remembers which events a consumer has applied, in the transaction of their effect. */
public final class Inbox {

    private static final String CLAIM = """
            insert into inbox (workspace_id, consumer, event_id)
            select seen.workspace, ?, seen.event from unnest(?::text[], ?::uuid[]) as seen (workspace, event)
            order by seen.workspace, seen.event
            on conflict do nothing
            returning event_id""";

    private Inbox() {}

    /**
     * Claims events for a consumer and returns those that it has not applied before, each once, in the given order. The claim
     * stands if, and only if, the transaction commits.
     */
    public static <T extends AboutContact> List<Event<T>> claim(
            Connection transaction, String consumer, Collection<Event<T>> events) throws SQLException {
        var distinct = new LinkedHashMap<UUID, Event<T>>();
        events.forEach(event -> distinct.putIfAbsent(event.id(), event));
        if (distinct.isEmpty()) {
            return List.of();
        }
        var fresh = insert(transaction, consumer, distinct.values());
        return distinct.values().stream()
                .filter(event -> fresh.contains(event.id()))
                .toList();
    }

    /** Forgets what was applied longer ago than any topic keeps its messages. Returns how many ids it forgot. */
    public static int expire(Connection connection, Duration age) throws SQLException {
        try (var delete =
                connection.prepareStatement("delete from inbox where received_at < now() - make_interval(secs => ?)")) {
            delete.setDouble(1, age.toSeconds());
            return delete.executeUpdate();
        }
    }

    private static <T extends AboutContact> Set<UUID> insert(
            Connection transaction, String consumer, Collection<Event<T>> events) throws SQLException {
        try (var insert = transaction.prepareStatement(CLAIM)) {
            insert.setString(1, consumer);
            insert.setArray(
                    2,
                    transaction.createArrayOf(
                            "text", events.stream().map(Event::workspace).toArray()));
            insert.setArray(
                    3,
                    transaction.createArrayOf(
                            "uuid", events.stream().map(Event::id).toArray()));
            try (var claimed = insert.executeQuery()) {
                var ids = new HashSet<UUID>();
                while (claimed.next()) {
                    ids.add(claimed.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }
}
