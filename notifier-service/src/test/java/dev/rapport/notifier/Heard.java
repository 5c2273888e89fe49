package dev.rapport.notifier;

import dev.rapport.events.AboutContact;
import dev.rapport.events.CloudEvents;
import dev.rapport.events.Event;
import dev.rapport.events.Topic;
import dev.rapport.stack.StackTestResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a consumer hears that reads a topic from its beginning. */
public final class Heard<T extends AboutContact> implements AutoCloseable {

    private final Topic<T> topic;
    private final String workspace;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Event<T>> heard = new ArrayList<>();

    public Heard(Topic<T> topic, String workspace) {
        this.topic = topic;
        this.workspace = workspace;
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                StackTestResource.bootstrapServers(),
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest");
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic.name()));
    }

    /** The workspace's events so far. */
    public List<T> events() {
        consumer.poll(Duration.ofMillis(200)).forEach(message -> {
            var headers = new HashMap<String, String>();
            message.headers().forEach(header -> headers.put(header.key(), CloudEvents.text(header.value())));
            CloudEvents.read(topic, message.key(), headers, message.value())
                    .filter(event -> event.workspace().equals(workspace))
                    .ifPresent(heard::add);
        });
        return heard.stream().map(Event::data).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
