package dev.rapport.contacts.erasure;

import dev.rapport.contacts.Client;
import dev.rapport.events.CloudEvents;
import dev.rapport.events.ErasureEvent;
import dev.rapport.events.ErasureEvent.ErasureAcknowledged;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.stack.StackTestResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** {@code rapport.erasures} as another service sees it. */
final class ErasureTopic {

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", StackTestResource.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    private ErasureTopic() {}

    /** Says that a service has forgotten a contact, or the whole workspace for null. */
    static void acknowledge(Client client, String erasure, String contact, String service, Instant at) {
        var receipt = new ErasureAcknowledged(
                UUID.fromString(erasure), contact == null ? null : UUID.fromString(contact), service, at);
        var event = new Event<ErasureEvent>(UUID.randomUUID(), client.workspace(), at, receipt);
        var headers = CloudEvents.headers(
                event.id(),
                ErasureEvent.TOPIC.typeOf(receipt),
                service,
                at,
                client.workspace(),
                contact == null ? client.workspace() : contact);
        var message = new ProducerRecord<>(
                ErasureEvent.TOPIC.name(), event.key(), EventJson.write(receipt).getBytes(StandardCharsets.UTF_8));
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

    /** Every event of a workspace that stands on the topic now. */
    static List<Event<ErasureEvent>> events(String workspace) {
        Map<String, Object> config = Map.of("bootstrap.servers", StackTestResource.bootstrapServers());
        var found = new ArrayList<Event<ErasureEvent>>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(ErasureEvent.TOPIC.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> found.add(event(message)));
            }
        }
        return found.stream()
                .filter(event -> event.workspace().equals(workspace))
                .toList();
    }

    private static Event<ErasureEvent> event(ConsumerRecord<String, byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers().forEach(header -> headers.put(header.key(), CloudEvents.text(header.value())));
        return CloudEvents.read(ErasureEvent.TOPIC, message.key(), headers, message.value())
                .orElseThrow();
    }
}
