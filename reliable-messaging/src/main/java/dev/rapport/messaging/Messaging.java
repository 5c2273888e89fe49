package dev.rapport.messaging;

import dev.rapport.events.AboutContact;
import dev.rapport.events.Event;
import dev.rapport.events.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * A service's access to the exchange of events: runs the relay while the service runs, appends to the outbox in JTA
 * transactions, and makes consumers. Kafka being away delays what is published, never the service's start or its answers.
 */
@ApplicationScoped
public class Messaging {

    private static final Logger LOG = Logger.getLogger(Messaging.class);
    /** Before the connector starts its consumers (LIBRARY_BEFORE), so that the topics are there when they subscribe. */
    private static final int BEFORE_CONSUMERS = 500;

    private final DataSource database;
    private final MessagingConfig config;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;
    private final String service;
    private final String bootstrapServers;
    private final ScheduledExecutorService chores = Executors.newSingleThreadScheduledExecutor(chore -> {
        var thread = new Thread(chore, "messaging-chores");
        thread.setDaemon(true);
        return thread;
    });
    private Producer<String, byte[]> producer;
    private volatile OutboxRelay relay;

    @Inject
    Messaging(
            DataSource database,
            MessagingConfig config,
            TransactionSynchronizationRegistry transactions,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.database = database;
        this.config = config;
        this.transactions = transactions;
        this.clock = clock;
        this.service = service;
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent event) {
        producer = EventProducer.open(bootstrapServers);
        createTopics();
        var settings = RelaySettings.of(service);
        relay = new OutboxRelay(
                database,
                producer,
                new RelaySettings(
                        settings.source(), settings.rows(), config.relayPoll(), settings.retry(), settings.fence()));
        relay.start();
        chores.scheduleWithFixedDelay(this::expireInbox, 1, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        chores.shutdownNow();
        relay.close();
        producer.close();
    }

    /** Appends one event in the JTA transaction under way and publishes it after the commit. */
    public <T extends AboutContact> void publish(Topic<T> topic, Event<T> event) {
        publish(topic, List.of(event));
    }

    /** Appends events in the JTA transaction under way, as one outbox row per workspace, and publishes them after the commit. */
    public <T extends AboutContact> void publish(Topic<T> topic, Collection<Event<T>> events) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("events are published in the transaction of their cause");
        }
        try (var connection = database.getConnection()) {
            Outbox.append(connection, topic, events);
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox refused an event", e);
        }
        wakeAfterCommit();
    }

    /** Says that the JTA transaction under way has appended to the outbox by a statement of its own. */
    public void wakeAfterCommit() {
        transactions.registerInterposedSynchronization(new WakeAfterCommit());
    }

    /** Says that a transaction outside of JTA has committed something to the outbox. */
    public void wakeRelay() {
        // Background work may commit before the relay is there, which begins with all that it finds.
        var running = relay;
        if (running != null) {
            running.wake();
        }
    }

    /**
     * A consumer of one topic: give it each polled batch.
     *
     * @param consumer its name in dead letters
     */
    public <T extends AboutContact> EventBatches<T> consumer(
            String consumer, Topic<T> topic, EventBatches.Effect<T> effect) {
        return new EventBatches<>(topic, database, new DeadLetters(producer, consumer, clock), effect, this::wakeRelay);
    }

    /**
     * A consumer of a topic that others than Rapport's services write: it reads each record itself, whatever its key.
     *
     * @param consumer its name in dead letters
     */
    public <M> RecordBatches<M> consumer(
            String consumer, RecordBatches.Reading<M> reading, RecordBatches.Effect<M> effect) {
        return new RecordBatches<>(
                reading, database, new DeadLetters(producer, consumer, clock), effect, this::wakeRelay);
    }

    private void createTopics() {
        try (var admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000))) {
            KafkaTopics.create(admin, config.partitions(), config.replicas());
        } catch (ExecutionException e) {
            LOG.warnf("topics=not-created retry=10s cause=%s", e.getCause().getMessage());
            chores.schedule(this::createTopics, 10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void expireInbox() {
        try (var connection = database.getConnection()) {
            LOG.infof("inbox=expired ids=%d", Inbox.expire(connection, config.inboxMemory()));
        } catch (SQLException e) {
            LOG.warnf("inbox=not-expired cause=%s", e.getMessage());
        }
    }

    private final class WakeAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing to prepare: the row is already part of the transaction.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                wakeRelay();
            }
        }
    }
}
