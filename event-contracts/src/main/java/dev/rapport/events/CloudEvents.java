package dev.rapport.events;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * CloudEvents 1.0, Kafka protocol binding 1.0.2, binary mode: attributes as {@code ce_} headers, the data as the value.
 * The workspace is the extension attribute {@code workspace}.
 */
public final class CloudEvents {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String WORKSPACE = "ce_workspace";
    public static final String SUBJECT = "ce_subject";
    private static final String SPEC_VERSION = "ce_specversion";
    private static final String CONTENT_TYPE = "content-type";

    private CloudEvents() {}

    /** The headers of an event, in the order of the specification's examples. */
    public static Map<String, String> headers(
            UUID id, String type, String source, Instant time, String workspace, String subject) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, id.toString());
        headers.put(TYPE, type);
        headers.put(SOURCE, source);
        headers.put(TIME, time.toString());
        headers.put(SUBJECT, subject);
        headers.put(WORKSPACE, workspace);
        headers.put(CONTENT_TYPE, "application/json");
        return headers;
    }

    /**
     * Reads one message of a topic. Empty for an event type that is newer than this reader; {@link UnreadableEvent} for
     * anything that is no CloudEvent of Rapport or whose key belongs to another workspace or contact.
     */
    public static <T extends AboutContact> Optional<Event<T>> read(
            Topic<T> topic, String key, Map<String, String> headers, byte[] value) {
        var type = required(headers, TYPE);
        var id = required(headers, ID);
        var workspace = required(headers, WORKSPACE);
        var time = required(headers, TIME);
        if (topic.classOf(type).isEmpty()) {
            return Optional.empty();
        }
        if (value == null) {
            throw new UnreadableEvent("no value");
        }
        T data = EventJson.read(value, topic.classOf(type).get());
        try {
            var event = new Event<>(UUID.fromString(id), workspace, Instant.parse(time), data);
            if (!event.key().equals(key)) {
                throw new UnreadableEvent("the key does not name the event's workspace and contact");
            }
            return Optional.of(event);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEvent("id or time is malformed");
        }
    }

    /** A header's bytes as text. */
    public static String text(byte[] header) {
        return header == null ? null : new String(header, StandardCharsets.UTF_8);
    }

    /** A header's text; {@link UnreadableEvent} when it is missing or blank. */
    static String required(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new UnreadableEvent("header " + name + " is missing");
        }
        return value;
    }
}
