package dev.rapport.messaging;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Opens the Kafka producer of the relay and of the dead letters. */
public final class EventProducer {

    private static final int ANSWER_MILLIS = 5_000;
    private static final int GIVE_UP_MILLIS = 8_000;

    private EventProducer() {}

    /**
     * An idempotent producer that waits for all replicas and keeps the order of a partition. It gives up after seconds, not
     * minutes: the rows stay in the outbox and the relay comes again.
     */
    public static Producer<String, byte[]> open(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "outbox-relay",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        ANSWER_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        ANSWER_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        GIVE_UP_MILLIS),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
