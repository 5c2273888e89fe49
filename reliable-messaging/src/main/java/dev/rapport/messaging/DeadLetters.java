package dev.rapport.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Puts a message that cannot be read or applied on {@code <topic>.dlq}, as it came, with its cause in headers: {@code
 * rapport-dlq-consumer, -cause, -topic, -partition, -offset, -time}.
 */
public final class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Producer<String, byte[]> producer;
    private final String consumer;
    private final Clock clock;

    /** @param consumer who could not apply the message */
    public DeadLetters(Producer<String, byte[]> producer, String consumer, Clock clock) {
        this.producer = producer;
        this.consumer = consumer;
        this.clock = clock;
    }

    /** Returns when Kafka has the dead letter; until then it tries again, so that the message is never just dropped. */
    void put(ConsumerRecord<String, byte[]> message, Exception cause) {
        var letter =
                new ProducerRecord<>(message.topic() + ".dlq", null, message.key(), message.value(), message.headers());
        header(letter, "consumer", consumer);
        header(letter, "cause", describe(cause));
        header(letter, "topic", message.topic());
        header(letter, "partition", Integer.toString(message.partition()));
        header(letter, "offset", Long.toString(message.offset()));
        header(letter, "time", clock.instant().toString());
        LOG.errorf(
                "message=dead topic=%s partition=%d offset=%d cause=%s",
                message.topic(), message.partition(), message.offset(), describe(cause));
        var backoff = new Backoff();
        while (!sent(letter)) {
            backoff.pause();
        }
    }

    private boolean sent(ProducerRecord<String, byte[]> letter) {
        try {
            producer.send(letter).get();
            return true;
        } catch (ExecutionException | KafkaException e) {
            LOG.warnf("message=dead-letter-refused topic=%s cause=%s", letter.topic(), e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while writing a dead letter", e);
        }
    }

    private static String describe(Exception cause) {
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add("rapport-dlq-" + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
