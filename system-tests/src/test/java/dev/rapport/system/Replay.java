package dev.rapport.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far groups of consumers have read their topics. */
final class Replay {

    private static final List<String> TOPICS =
            List.of("rapport.contacts", "rapport.interactions", "rapport.signals", "rapport.relevance");

    private Replay() {}

    /** Whether the groups together have read all that stands in the topics now. */
    static boolean isOver(String bootstrapServers, List<String> groups) throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var read = new HashMap<TopicPartition, Long>();
            for (var group : groups) {
                admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .forEach((partition, offset) -> read.put(partition, offset.offset()));
            }
            var ends = admin.listOffsets(partitions(admin)).all().get();
            return ends.entrySet().stream()
                    .allMatch(end -> read.getOrDefault(end.getKey(), 0L)
                            >= end.getValue().offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<TopicPartition, OffsetSpec> partitions(Admin admin)
            throws InterruptedException, ExecutionException {
        return admin.describeTopics(TOPICS).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    }
}
