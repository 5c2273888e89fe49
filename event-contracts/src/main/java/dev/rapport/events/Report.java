package dev.rapport.events;

import java.util.Map;

/**
 * A CloudEvent that somebody else sends to Rapport: its envelope, and its data as it came.
 *
 * @param id with the source unique; any text
 * @param source who sends it, as a URI reference
 * @param type the CloudEvents type
 * @param workspace the tenant that it is for
 */
public record Report(String id, String source, String type, String workspace, byte[] data) {

    /**
     * Reads one message, whatever its key: its sender knows no better. {@link UnreadableEvent} for anything that is no
     * CloudEvent in binary mode, or whose type does not travel on the topic.
     */
    public static Report read(Topic<?> topic, Map<String, String> headers, byte[] value) {
        var type = CloudEvents.required(headers, CloudEvents.TYPE);
        if (topic.classOf(type).isEmpty()) {
            throw new UnreadableEvent("header " + CloudEvents.TYPE + " is none of "
                    + String.join(", ", topic.types().keySet().stream().sorted().toList()));
        }
        if (value == null) {
            throw new UnreadableEvent("no value");
        }
        return new Report(
                CloudEvents.required(headers, CloudEvents.ID),
                CloudEvents.required(headers, CloudEvents.SOURCE),
                type,
                CloudEvents.required(headers, CloudEvents.WORKSPACE),
                value);
    }
}
