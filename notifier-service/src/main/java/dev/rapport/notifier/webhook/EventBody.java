package dev.rapport.notifier.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.UUID;

/**
 * A CloudEvent 1.0 in structured mode.
 *
 * @param json the bytes of every attempt, as text
 * @param reminderId the reminder that its data names; null for none
 */
record EventBody(String json, UUID reminderId) {

    static final String MEDIA_TYPE = "application/cloudevents+json";

    static EventBody of(NewWebhookEvent event, ObjectMapper mapper) {
        JsonNode data = mapper.valueToTree(event.data());
        var body = mapper.createObjectNode();
        body.put("specversion", "1.0");
        body.put("id", event.id().toString());
        body.put("source", "rapport/notifier");
        body.put("type", event.type());
        body.put("time", event.time().toString());
        if (event.contactId() != null) {
            body.put("subject", event.contactId().toString());
        }
        body.put("workspace", event.workspace());
        if (event.member() != null) {
            body.put("member", event.member());
        }
        body.put("datacontenttype", "application/json");
        body.set("data", data);
        try {
            return new EventBody(mapper.writeValueAsString(body), reminder(data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that cannot be written: " + event.type(), e);
        }
    }

    private static UUID reminder(JsonNode data) {
        return Optional.ofNullable(data.get("reminderId"))
                .filter(JsonNode::isTextual)
                .map(it -> UUID.fromString(it.textValue()))
                .orElse(null);
    }
}
