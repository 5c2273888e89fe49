package dev.rapport.messaging;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.ErasureEvent;
import dev.rapport.events.InboundEvent;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.NotificationEvent;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.events.SignalEvent;
import dev.rapport.events.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that do not exist yet; leaves those that do as their operators configured them. */
public final class KafkaTopics {

    private static final List<Topic<?>> ALL = List.of(
            ContactEvent.TOPIC,
            ErasureEvent.TOPIC,
            InteractionEvent.TOPIC,
            SignalEvent.TOPIC,
            RelevanceEvent.TOPIC,
            NotificationEvent.TOPIC,
            InboundEvent.TOPIC);

    private static final String FOREVER = "-1";

    private KafkaTopics() {}

    /**
     * Creates what is missing.
     *
     * @param partitions of each topic: the most instances of a service that can share its work
     * @param replicas of each partition; empty for the broker's default
     */
    public static void create(Admin admin, int partitions, Optional<Short> replicas)
            throws ExecutionException, InterruptedException {
        var wanted = new ArrayList<NewTopic>();
        for (var topic : ALL) {
            var cleanup = topic.state() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
            wanted.add(new NewTopic(topic.name(), Optional.of(partitions), replicas)
                    .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup)));
            wanted.add(new NewTopic(topic.deadLetters(), Optional.of(1), replicas)
                    .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, FOREVER)));
        }
        for (var creation : admin.createTopics(wanted).values().values()) {
            try {
                creation.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}
