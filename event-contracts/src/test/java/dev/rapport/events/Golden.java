package dev.rapport.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The published form of every event: {@code full.json} has every field, {@code minimal.json} only those that are always
 * there; of two fields of which one excludes the other each has one. A published file is never edited; a break is a new version of the type.
 */
final class Golden {

    static final ObjectMapper JSON = new ObjectMapper();

    static final List<Topic<?>> TOPICS = List.of(
            ContactEvent.TOPIC,
            ErasureEvent.TOPIC,
            InteractionEvent.TOPIC,
            SignalEvent.TOPIC,
            RelevanceEvent.TOPIC,
            NotificationEvent.TOPIC,
            InboundEvent.TOPIC);

    private Golden() {}

    /** Every event type of every topic. */
    static Stream<Type> types() {
        return TOPICS.stream()
                .flatMap(topic -> topic.types().keySet().stream().sorted().map(type -> new Type(topic, type)));
    }

    static byte[] file(String type, String name) {
        try (var in = Golden.class.getResourceAsStream("/golden/" + type + "/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("no golden file " + name + " for " + type);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Type(Topic<?> topic, String name) {

        AboutContact read(byte[] json) {
            return EventJson.read(json, topic.classOf(name).orElseThrow());
        }

        JsonNode rewritten(byte[] json) {
            return tree(EventJson.write(read(json)).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
