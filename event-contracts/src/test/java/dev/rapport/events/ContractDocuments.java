package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/** Derives the JSON Schemas and the AsyncAPI document from the records, so that neither can say anything else. */
final class ContractDocuments {

    private ContractDocuments() {}

    /** The JSON Schema (2020-12) of one event type. A field is required when both golden files have it. */
    static ObjectNode schema(Golden.Type type) {
        var schema = object(type.topic().classOf(type.name()).orElseThrow());
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:rapport:event:" + type.name());
        schema.put("title", type.name());
        var required = schema.putArray("required");
        var full = Golden.tree(Golden.file(type.name(), "full"));
        Golden.tree(Golden.file(type.name(), "minimal")).fieldNames().forEachRemaining(name -> {
            if (full.has(name)) {
                required.add(name);
            }
        });
        return schema;
    }

    /** The AsyncAPI 3 document of all topics. */
    static ObjectNode asyncApi() {
        var api = Golden.JSON.createObjectNode();
        api.put("asyncapi", "3.0.0");
        var info = api.putObject("info");
        info.put("title", "Rapport events");
        info.put("version", "1");
        info.put(
                "description",
                "CloudEvents 1.0 in Kafka's binary mode. The key is `workspace/contactId`, or `workspace`"
                        + " alone for an event about all of it. Delivery is at least once:"
                        + " ignore an event whose ce_id you know; of snapshots keep the highest version.");
        api.put("defaultContentType", "application/json");
        var channels = api.putObject("channels");
        var operations = api.putObject("operations");
        var components = api.putObject("components");
        components.putObject("messages");
        components.set("messageTraits", traits());
        for (var topic : Golden.TOPICS) {
            var name = topic.name().substring("rapport.".length());
            var channel = channels.putObject(name);
            channel.put("address", topic.name());
            channel.put("description", description(topic));
            channel.putObject("messages");
            var action = isInput(topic) ? "send" : "receive";
            var operation = operations.putObject(action + "-" + name);
            operation.put("action", action);
            operation.putObject("channel").put("$ref", "#/channels/" + name);
        }
        Golden.types().forEach(type -> addMessage(api, type));
        return api;
    }

    /** What partners send, where all others are what they receive. */
    private static boolean isInput(Topic<?> topic) {
        return topic.equals(InboundEvent.TOPIC);
    }

    private static String description(Topic<?> topic) {
        if (isInput(topic)) {
            return "Input: what partners report that prefer Kafka to REST, with any key. The data is the body of the REST"
                    + " request. Where `source` and `externalId` are absent, ce_source and ce_id stand for them; the same"
                    + " again changes nothing, something else changes what was recorded. What cannot be recorded goes to"
                    + " `" + topic.deadLetters()
                    + "` with its cause in the header `rapport-dlq-cause`. Whoever may write"
                    + " here may write to every workspace: give the right to trusted partners alone.";
        }
        return topic.state() ? "State: whole snapshots, compacted." : "Facts.";
    }

    private static void addMessage(ObjectNode api, Golden.Type type) {
        var channel = type.topic().name().substring("rapport.".length());
        ((ObjectNode) api.at("/channels/" + channel + "/messages"))
                .putObject(type.name())
                .put("$ref", "#/components/messages/" + type.name());
        var message = ((ObjectNode) api.at("/components/messages")).putObject(type.name());
        message.put("name", type.name());
        message.put("summary", description(type.topic().classOf(type.name()).orElseThrow()));
        var trait = isInput(type.topic()) ? "report" : "cloudEvent";
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/" + trait);
        message.putObject("payload")
                .put("$ref", "../event-contracts/src/main/resources/schemas/" + type.name() + ".json");
        message.putArray("examples").addObject().set("payload", Golden.tree(Golden.file(type.name(), "full")));
    }

    private static ObjectNode traits() {
        var always = List.of(
                "ce_specversion",
                CloudEvents.ID,
                CloudEvents.TYPE,
                CloudEvents.SOURCE,
                CloudEvents.TIME,
                CloudEvents.SUBJECT,
                CloudEvents.WORKSPACE,
                "content-type");
        var traits = Golden.JSON.createObjectNode();
        trait(traits, "cloudEvent", always, always);
        trait(
                traits,
                "report",
                always,
                List.of(CloudEvents.ID, CloudEvents.TYPE, CloudEvents.SOURCE, CloudEvents.WORKSPACE));
        return traits;
    }

    private static void trait(ObjectNode traits, String name, List<String> known, List<String> required) {
        var headers = traits.putObject(name).putObject("headers").put("type", "object");
        var properties = headers.putObject("properties");
        known.forEach(header -> properties.putObject(header).put("type", "string"));
        required.forEach(headers.withArray("required")::add);
    }

    private static ObjectNode object(Class<?> type) {
        var schema = Golden.JSON.createObjectNode();
        schema.put("type", "object");
        if (description(type) != null) {
            schema.put("description", description(type));
        }
        var properties = schema.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), value(component.getGenericType()));
        }
        return schema;
    }

    private static JsonNode value(Type type) {
        var schema = Golden.JSON.createObjectNode();
        if (type instanceof ParameterizedType list) {
            schema.put("type", "array").set("items", value(list.getActualTypeArguments()[0]));
            return schema;
        }
        var raw = (Class<?>) type;
        if (raw.isEnum()) {
            schema.put("type", "string");
            var known = Golden.JSON.valueToTree(raw.getEnumConstants());
            // Not "enum": a later version may add values, and readers must take them.
            schema.set("examples", known);
            return schema;
        }
        if (raw.isRecord()) {
            return object(raw);
        }
        return scalar(schema, raw);
    }

    private static JsonNode scalar(ObjectNode schema, Class<?> raw) {
        if (raw == UUID.class) {
            return schema.put("type", "string").put("format", "uuid");
        }
        if (raw == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        if (raw == Duration.class || raw == Period.class) {
            return schema.put("type", "string").put("format", "duration");
        }
        if (raw == long.class || raw == Long.class || raw == Integer.class) {
            return schema.put("type", "integer");
        }
        if (raw == double.class) {
            return schema.put("type", "number");
        }
        if (raw == String.class) {
            return schema.put("type", "string");
        }
        throw new IllegalStateException("no JSON type for " + raw);
    }

    private static String description(Class<?> type) {
        var description = type.getAnnotation(JsonClassDescription.class);
        return description == null ? null : description.value();
    }
}
