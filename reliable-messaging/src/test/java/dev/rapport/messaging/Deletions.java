package dev.rapport.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactDeleted;
import dev.rapport.events.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Small events to send around: numbered by their version. */
final class Deletions {

    private Deletions() {}

    static Event<ContactEvent> event(String workspace, UUID contact, long version) {
        var data = new ContactDeleted(contact, version, Instant.parse("2026-03-01T09:30:00Z"));
        return new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), workspace, data.deletedAt(), data);
    }

    static List<Event<ContactEvent>> events(String workspace, UUID contact, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> event(workspace, contact, i))
                .toList();
    }

    /** Appends one event in a transaction of its own. */
    static void commit(Event<ContactEvent> event) {
        try (var connection = MessagingStack.DATABASE.getConnection()) {
            Outbox.append(connection, ContactEvent.TOPIC, List.of(event));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The effect that tests count: one row per application. */
    static void apply(Connection transaction, List<Event<ContactEvent>> events) throws SQLException {
        for (var event : Inbox.claim(transaction, "test", events)) {
            try (var insert = transaction.prepareStatement("insert into effect (event_id) values (?)")) {
                insert.setObject(1, event.id());
                insert.executeUpdate();
            }
        }
    }

    /** The event as Kafka would deliver it. */
    static ConsumerRecord<String, byte[]> delivered(Event<ContactEvent> event, long offset) {
        var row = new OutboxRow(
                0, event.workspace(), ContactEvent.TOPIC.name(), "[" + Outbox.element(ContactEvent.TOPIC, event) + "]");
        var sent = row.records("test").get(0);
        return record(sent.key(), sent.value(), new RecordHeaders(sent.headers()), offset);
    }

    static ConsumerRecord<String, byte[]> record(String key, byte[] value, RecordHeaders headers, long offset) {
        return new ConsumerRecord<>(
                ContactEvent.TOPIC.name(),
                0,
                offset,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }
}
