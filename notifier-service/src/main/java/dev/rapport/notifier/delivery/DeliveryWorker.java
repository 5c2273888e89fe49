package dev.rapport.notifier.delivery;

import dev.rapport.notifier.delivery.Outcome.Withdrawn;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Claims briefly, sends outside of any transaction, writes down how it ended. A place that becomes free takes the next delivery
 * at once: a slow conversation holds nothing back but itself.
 */
@ApplicationScoped
class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

    private final AtomicInteger underWay = new AtomicInteger();

    @Inject
    RecordOutcomes deliveries;

    @Inject
    EmailChannel email;

    @Inject
    DeliveryConfig config;

    @Inject
    ExecutorService workers;

    @Scheduled(
            identity = "delivery-worker",
            every = "${rapport.delivery.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws SQLException {
        fill();
    }

    /** Claims as much as there are free places. One thread at a time, so that they are counted but once. */
    private synchronized void fill() throws SQLException {
        int free = config.concurrency() - underWay.get();
        if (free <= 0) {
            return;
        }
        for (var delivery : deliveries.claim(free)) {
            underWay.incrementAndGet();
            attempt(delivery).whenCompleteAsync((outcome, fault) -> finish(delivery, outcome), workers);
        }
    }

    private CompletableFuture<Outcome> attempt(Claimed delivery) {
        return delivery.wanted() ? email.send(delivery) : CompletableFuture.completedFuture(new Withdrawn());
    }

    /** What cannot be written down is sent again when its lease has ended. */
    private void finish(Claimed delivery, Outcome outcome) {
        try {
            deliveries.record(Map.of(delivery, outcome));
        } catch (SQLException | RuntimeException e) {
            LOG.warnf(e, "delivery=unrecorded id=%s", delivery.id());
        } finally {
            underWay.decrementAndGet();
        }
        try {
            fill();
        } catch (SQLException | RuntimeException e) {
            // The next tick claims again.
            LOG.warnf("deliveries=unclaimed cause=%s", e.getClass().getSimpleName());
        }
    }
}
