package dev.rapport.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.events.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One row of the outbox on its way to Kafka. */
record OutboxRow(long id, String workspace, String topic, String events) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
    }

    /** The row's events as Kafka records, in order. */
    List<ProducerRecord<String, byte[]>> records(String source) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (JsonNode event : parse(events)) {
            records.add(message(event, source));
        }
        return records;
    }

    private ProducerRecord<String, byte[]> message(JsonNode event, String source) {
        var data = event.required("data");
        var about = about(data);
        var value = data.toString().getBytes(StandardCharsets.UTF_8);
        var message = new ProducerRecord<String, byte[]>(topic, about.key(), value);
        CloudEvents.headers(
                        UUID.fromString(event.required("id").asText()),
                        event.required("type").asText(),
                        source,
                        Instant.parse(event.required("time").asText()),
                        workspace,
                        about.subject())
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    /** Only an event about its whole workspace names no contact. */
    private About about(JsonNode data) {
        if (!data.hasNonNull("contactId")) {
            return new About(workspace, workspace);
        }
        var contact = data.get("contactId").asText();
        return new About(workspace + "/" + contact, contact);
    }

    private record About(String key, String subject) {}

    private static JsonNode parse(String events) {
        try {
            return JSON.readTree(events);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned malformed jsonb", e);
        }
    }
}
