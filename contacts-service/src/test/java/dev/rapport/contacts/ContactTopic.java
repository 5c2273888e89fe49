package dev.rapport.contacts;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.Event;
import dev.rapport.stack.StackTestResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what the service published, as any consumer would. */
public final class ContactTopic {

    private ContactTopic() {}

    /** Everything that stands on the topic now, of one workspace, partition by partition in order. */
    public static List<ConsumerRecord<String, byte[]>> records(String workspace) {
        Map<String, Object> config = Map.of("bootstrap.servers", StackTestResource.bootstrapServers());
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(ContactEvent.TOPIC.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var open = new HashSet<>(partitions);
            while (open.removeIf(partition -> consumer.position(partition) >= ends.get(partition)) || !open.isEmpty()) {
                for (var message : consumer.poll(Duration.ofMillis(100))) {
                    found.add(message);
                }
            }
        }
        return found.stream()
                .filter(message -> message.key().startsWith(workspace + "/"))
                .toList();
    }

    /** The same, read through the contract. */
    public static List<Event<ContactEvent>> events(String workspace) {
        return records(workspace).stream().map(ContactTopic::event).toList();
    }

    private static Event<ContactEvent> event(ConsumerRecord<String, byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers().forEach(header -> headers.put(header.key(), CloudEvents.text(header.value())));
        return CloudEvents.read(ContactEvent.TOPIC, message.key(), headers, message.value())
                .orElseThrow();
    }
}
