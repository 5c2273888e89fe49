package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.Event;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventBatchesTest {

    private static final String DEAD = ContactEvent.TOPIC.deadLetters();
    private static Producer<String, byte[]> producer;

    private final String workspace = "ws-" + UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();

    @BeforeAll
    static void open() {
        producer = EventProducer.open(MessagingStack.KAFKA);
    }

    @AfterAll
    static void close() {
        producer.close();
    }

    @Test
    void shouldApplyEachEventOnceHoweverOftenItIsDelivered() {
        var events = Deletions.events(workspace, contact, 20);
        var thrice = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (int round = 0; round < 3; round++) {
            events.forEach(event -> thrice.add(Deletions.delivered(event, thrice.size())));
        }

        batches(Deletions::apply).consume(thrice);
        batches(Deletions::apply).consume(thrice);

        assertThat(effects(events)).isEqualTo(20);
    }

    @Test
    void shouldPutAMessageThatIsNoEventAmongTheDeadLettersAndApplyTheOthers() {
        var events = Deletions.events(workspace, contact, 5);
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        events.forEach(event -> records.add(Deletions.delivered(event, records.size())));
        var bad = "not json".getBytes(StandardCharsets.UTF_8);
        records.add(2, Deletions.record(workspace + "/x", bad, new RecordHeaders(), 77));

        batches(Deletions::apply).consume(records);

        assertThat(effects(events)).isEqualTo(5);
        var dead = TopicReader.read(DEAD, workspace);
        assertThat(dead).hasSize(1);
        assertThat(dead.get(0).value()).isEqualTo(bad);
        assertThat(TopicReader.header(dead.get(0), "rapport-dlq-offset")).isEqualTo("77");
        assertThat(TopicReader.header(dead.get(0), "rapport-dlq-consumer")).isEqualTo("test");
        assertThat(TopicReader.header(dead.get(0), "rapport-dlq-cause")).contains("ce_type");
    }

    @Test
    void shouldFailOnlyTheEventThatCannotBeApplied() {
        var events = Deletions.events(workspace, contact, 10);
        var cursed = events.get(4).id();
        EventBatches.Effect<ContactEvent> effect = (transaction, batch) -> {
            Deletions.apply(transaction, batch);
            if (batch.stream().anyMatch(event -> event.id().equals(cursed))) {
                throw new IllegalStateException("cannot be applied");
            }
        };

        batches(effect).consume(delivered(events));

        assertThat(effects(events)).isEqualTo(9);
        assertThat(effects(List.of(events.get(4)))).isZero();
        assertThat(TopicReader.read(DEAD, workspace)).hasSize(1);
    }

    @Test
    void shouldWaitForADatabaseThatWillComeBack() {
        var events = Deletions.events(workspace, contact, 4);
        var failures = new AtomicInteger(3);
        EventBatches.Effect<ContactEvent> effect = (transaction, batch) -> {
            Deletions.apply(transaction, batch);
            if (failures.getAndDecrement() > 0) {
                throw new SQLException("terminating connection due to administrator command", "57P01");
            }
        };

        batches(effect).consume(delivered(events));

        assertThat(effects(events)).isEqualTo(4);
        assertThat(TopicReader.read(DEAD, workspace)).isEmpty();
    }

    @Test
    void shouldNotDropWhatItHoldsWhenItIsStopped() throws InterruptedException {
        var events = Deletions.events(workspace, contact, 1);
        var failure = new AtomicInteger();
        EventBatches.Effect<ContactEvent> away = (transaction, batch) -> {
            throw new SQLException("the database system is shutting down", "57P03");
        };
        var consumer = new Thread(() -> {
            try {
                batches(away).consume(delivered(events));
            } catch (IllegalStateException e) {
                failure.incrementAndGet();
            }
        });
        consumer.start();
        await().until(() -> consumer.getState() == Thread.State.TIMED_WAITING);

        consumer.interrupt();
        consumer.join();

        assertThat(failure).hasValue(1);
        assertThat(TopicReader.read(DEAD, workspace)).isEmpty();
    }

    private static EventBatches<ContactEvent> batches(EventBatches.Effect<ContactEvent> effect) {
        var deadLetters = new DeadLetters(producer, "test", Clock.systemUTC());
        return new EventBatches<>(ContactEvent.TOPIC, MessagingStack.DATABASE, deadLetters, effect, () -> {});
    }

    private static List<ConsumerRecord<String, byte[]>> delivered(List<Event<ContactEvent>> events) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        events.forEach(event -> records.add(Deletions.delivered(event, records.size())));
        return records;
    }

    private static long effects(List<Event<ContactEvent>> events) {
        var ids = events.stream().map(event -> "'" + event.id() + "'").toList();
        return MessagingStack.count("select count(*) from effect where event_id in (" + String.join(",", ids) + ")");
    }
}
