package dev.rapport.engagement;

import dev.rapport.events.AboutContact;
import dev.rapport.events.CloudEvents;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.Topic;
import dev.rapport.stack.StackTestResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker, from the outside. */
public final class Topics {

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, StackTestResource.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    private Topics() {}

    /** Publishes an event as another service would. */
    public static <T extends AboutContact> void send(Topic<T> topic, Event<T> event) {
        var headers = CloudEvents.headers(
                event.id(),
                topic.typeOf(event.data()),
                "test",
                event.time(),
                event.workspace(),
                Objects.toString(event.data().contactId(), event.workspace()));
        send(topic.name(), event.key(), headers, EventJson.write(event.data()).getBytes(StandardCharsets.UTF_8));
    }

    /** Publishes anything. */
    public static void send(String topic, String key, Map<String, String> headers, byte[] value) {
        var message = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            PRODUCER.send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the workspace's events on a topic say, in the order of each contact. */
    public static <T extends AboutContact> List<T> told(Topic<T> topic, String workspace) {
        return read(topic.name(), workspace).stream()
                .map(message -> {
                    var headers = new HashMap<String, String>();
                    message.headers().forEach(header -> headers.put(header.key(), CloudEvents.text(header.value())));
                    return CloudEvents.read(topic, message.key(), headers, message.value());
                })
                .flatMap(Optional::stream)
                .map(Event::data)
                .toList();
    }

    /** Everything on a topic, by the event's headers, of keys that begin like this. */
    public static List<ConsumerRecord<String, byte[]>> read(String topic, String keyPrefix) {
        var config = new HashMap<String, Object>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, StackTestResource.bootstrapServers());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "test-" + UUID.randomUUID());
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new org.apache.kafka.common.TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key() != null && record.key().startsWith(keyPrefix)) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }
}
