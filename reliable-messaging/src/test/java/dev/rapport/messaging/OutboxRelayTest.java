package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.ContactEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private static final String TOPIC = ContactEvent.TOPIC.name();
    private static final RelaySettings SETTINGS =
            new RelaySettings("test", 10, Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofSeconds(15));

    private final String workspace = "ws-" + UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();
    private Producer<String, byte[]> producer;

    @BeforeEach
    void open() {
        producer = EventProducer.open(MessagingStack.KAFKA);
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void shouldPublishInOrderAndLeaveNothingBehind() throws Exception {
        var events = Deletions.events(workspace, contact, 35);
        events.forEach(Deletions::commit);

        try (var relay = start()) {
            awaitEmptyOutbox();
        }

        var published = TopicReader.read(TOPIC, workspace);
        assertThat(published)
                .extracting(message -> TopicReader.header(message, CloudEvents.ID))
                .containsExactlyElementsOf(
                        events.stream().map(event -> event.id().toString()).toList());
        assertThat(published).allSatisfy(message -> {
            assertThat(message.key()).isEqualTo(workspace + "/" + contact);
            assertThat(TopicReader.header(message, CloudEvents.SOURCE)).isEqualTo("test");
            assertThat(TopicReader.header(message, CloudEvents.WORKSPACE)).isEqualTo(workspace);
        });
    }

    @Test
    void shouldPublishABatchFromOneRow() throws Exception {
        var events = Deletions.events(workspace, contact, 1000);
        try (var connection = MessagingStack.DATABASE.getConnection()) {
            Outbox.append(connection, ContactEvent.TOPIC, events);
        }
        assertThat(outboxRows()).isEqualTo(1);

        try (var relay = start()) {
            awaitEmptyOutbox();
        }

        assertThat(TopicReader.read(TOPIC, workspace)).hasSize(1000);
    }

    @Test
    void shouldWorkThroughABacklogOfLargeBatchesInOrder() throws Exception {
        var batches = IntStream.range(0, 8)
                .mapToObj(i -> Deletions.events(workspace, contact, 1000))
                .toList();
        try (var connection = MessagingStack.DATABASE.getConnection()) {
            for (var batch : batches) {
                Outbox.append(connection, ContactEvent.TOPIC, batch);
            }
        }

        try (var relay = start()) {
            awaitEmptyOutbox();
        }

        var expected = batches.stream()
                .flatMap(List::stream)
                .map(event -> event.id().toString())
                .toList();
        assertThat(TopicReader.read(TOPIC, workspace))
                .extracting(message -> TopicReader.header(message, CloudEvents.ID))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void shouldPublishNothingOfATransactionThatRolledBack() throws Exception {
        try (var connection = MessagingStack.DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            Outbox.append(connection, ContactEvent.TOPIC, Deletions.events(workspace, contact, 3));
            connection.rollback();
        }
        Deletions.commit(Deletions.event(workspace, contact, 9));

        try (var relay = start()) {
            awaitEmptyOutbox();
        }

        assertThat(TopicReader.read(TOPIC, workspace)).hasSize(1);
    }

    @Test
    void shouldNotPassByASlowTransactionThatTookAnEarlierId() throws Exception {
        try (var slow = MessagingStack.DATABASE.getConnection();
                var relay = start()) {
            slow.setAutoCommit(false);
            Outbox.append(slow, ContactEvent.TOPIC, Deletions.events(workspace, contact, 1));
            Deletions.commit(Deletions.event(workspace, contact, 2));
            await().until(() -> TopicReader.read(TOPIC, workspace).size() == 1);

            slow.commit();

            await().until(() -> TopicReader.read(TOPIC, workspace).size() == 2);
        }
    }

    @Test
    void shouldHaveOneActiveRelayAndHandOverWhenItsSessionDies() throws Exception {
        try (var first = start()) {
            await().until(() -> lockHolders().size() == 1);
            long holder = lockHolders().get(0);
            try (var second = start()) {
                MessagingStack.execute("select pg_terminate_backend(" + holder + ")");

                await().until(() -> lockHolders().size() == 1 && lockHolders().get(0) != holder);
                Deletions.commit(Deletions.event(workspace, contact, 1));
                await().until(() -> TopicReader.read(TOPIC, workspace).size() == 1);
            }
        }
        await().until(() -> lockHolders().isEmpty());
    }

    @Test
    void shouldHaveItsLockTakenWhenItStandsStillTooLong() throws Exception {
        var fence =
                new RelaySettings("test", 10, Duration.ofSeconds(60), Duration.ofMillis(100), Duration.ofMillis(500));
        try (var stalled = new OutboxRelay(MessagingStack.DATABASE, producer, fence)) {
            stalled.start();
            await().until(() -> lockHolders().size() == 1);
            long holder = lockHolders().get(0);

            await().until(() -> !lockHolders().contains(holder));
        }
    }

    private OutboxRelay start() {
        var relay = new OutboxRelay(MessagingStack.DATABASE, producer, SETTINGS);
        relay.start();
        return relay;
    }

    private void awaitEmptyOutbox() {
        await().until(() -> outboxRows() == 0);
    }

    private long outboxRows() {
        return MessagingStack.count("select count(*) from outbox where workspace_id = '" + workspace + "'");
    }

    private static List<Long> lockHolders() throws SQLException {
        try (var connection = MessagingStack.DATABASE.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select pid from pg_locks where locktype = 'advisory' and granted order by pid")) {
            var pids = new ArrayList<Long>();
            while (rows.next()) {
                pids.add(rows.getLong(1));
            }
            return pids;
        }
    }
}
