package dev.rapport.messaging;

import dev.rapport.events.CloudEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads whole topics from the beginning. */
final class TopicReader {

    private TopicReader() {}

    /** Everything on a topic whose key belongs to the workspace, in order of each partition. */
    static List<ConsumerRecord<String, byte[]>> read(String topic, String workspace) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", MessagingStack.KAFKA),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found.stream()
                .filter(message -> message.key().startsWith(workspace + "/"))
                .toList();
    }

    static String header(ConsumerRecord<String, byte[]> message, String name) {
        return CloudEvents.text(message.headers().lastHeader(name).value());
    }
}
