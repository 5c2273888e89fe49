package dev.rapport.messaging;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.Event;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A process of its own that relays the outbox or consumes the topic, and dies without any farewell at a chosen point.
 * Arguments: role, JDBC URL, Kafka, consumer group, crash point, how many passes of that point to survive.
 */
final class CrashingProcess {

    /** Where to die. */
    enum Point {
        /** After the commit to the outbox, before the send. */
        BEFORE_SEND,
        /** After Kafka acknowledged, before the rows are deleted. */
        BEFORE_DELETE,
        /** After some of a batch's effects, before the commit. */
        MIDDLE_OF_BATCH,
        /** After the effects' commit, before the offsets are committed. */
        BEFORE_OFFSET_COMMIT,
        NEVER
    }

    private final DataSource database;
    private final String kafka;
    private final Point point;
    private final AtomicInteger survivals;

    private CrashingProcess(String[] args) {
        this.database = Databases.at(args[1]);
        this.kafka = args[2];
        this.point = Point.valueOf(args[4]);
        this.survivals = new AtomicInteger(Integer.parseInt(args[5]));
    }

    public static void main(String[] args) throws Exception {
        var process = new CrashingProcess(args);
        if (args[0].equals("relay")) {
            process.relay();
        } else {
            process.consume(args[3]);
        }
    }

    private void relay() throws InterruptedException {
        var settings =
                new RelaySettings("test", 7, Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofSeconds(15));
        try (var relay = new OutboxRelay(database, mortal(EventProducer.open(kafka)), settings)) {
            relay.start();
            Thread.currentThread().join();
        }
    }

    private void consume(String group) {
        var deadLetters = new DeadLetters(EventProducer.open(kafka), "test", Clock.systemUTC());
        var batches = new EventBatches<>(ContactEvent.TOPIC, database, deadLetters, this::apply, () -> {});
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka,
                "group.id",
                group,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "max.poll.records",
                25,
                "group.instance.id",
                "consumer");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(ContactEvent.TOPIC.name()));
            while (true) {
                var records = consumer.poll(Duration.ofMillis(200));
                batches.consume(records);
                if (!records.isEmpty()) {
                    dieAt(Point.BEFORE_OFFSET_COMMIT);
                    consumer.commitSync();
                }
            }
        }
    }

    private void apply(Connection transaction, List<Event<ContactEvent>> events) throws SQLException {
        int half = events.size() / 2;
        Deletions.apply(transaction, events.subList(0, half));
        dieAt(Point.MIDDLE_OF_BATCH);
        Deletions.apply(transaction, events.subList(half, events.size()));
    }

    @SuppressWarnings("unchecked")
    private Producer<String, byte[]> mortal(Producer<String, byte[]> producer) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("send")) {
                        dieAt(Point.BEFORE_SEND);
                    }
                    try {
                        return method.invoke(producer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (method.getName().equals("flush")) {
                            dieAt(Point.BEFORE_DELETE);
                        }
                    }
                });
    }

    private void dieAt(Point here) {
        if (here == point && survivals.getAndDecrement() == 0) {
            Runtime.getRuntime().halt(137);
        }
    }
}
