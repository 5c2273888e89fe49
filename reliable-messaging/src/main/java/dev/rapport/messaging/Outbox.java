package dev.rapport.messaging;

import dev.rapport.events.AboutContact;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Appends events to the {@code outbox} table in the caller's transaction: they are published if, and only if, it commits. */
public final class Outbox {

    private static final String APPEND = "insert into outbox (workspace_id, topic, events) values (?, ?, ?::jsonb)";

    private Outbox() {}

    /** Appends events of one topic: one row per workspace, in the given order within each. Nothing for an empty list. */
    public static <T extends AboutContact> void append(
            Connection transaction, Topic<T> topic, Collection<Event<T>> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        Map<String, List<Event<T>>> byWorkspace = events.stream().collect(Collectors.groupingBy(Event::workspace));
        try (var insert = transaction.prepareStatement(APPEND)) {
            for (var entry : byWorkspace.entrySet()) {
                insert.setString(1, entry.getKey());
                insert.setString(2, topic.name());
                insert.setString(3, rows(topic, entry.getValue()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * One event as the element of an outbox row, for statements that insert the row themselves: {@code {"id", "type",
     * "time", "data"}}. The key and the CloudEvents subject follow from the row's workspace and from {@code data.contactId}, or from the workspace alone where there is none.
     */
    public static <T extends AboutContact> String element(Topic<T> topic, Event<T> event) {
        return "{\"id\":\"" + event.id() + "\",\"type\":\"" + topic.typeOf(event.data()) + "\",\"time\":\""
                + event.time() + "\",\"data\":" + EventJson.write(event.data()) + "}";
    }

    private static <T extends AboutContact> String rows(Topic<T> topic, List<Event<T>> events) {
        return events.stream().map(event -> element(topic, event)).collect(Collectors.joining(",", "[", "]"));
    }
}
