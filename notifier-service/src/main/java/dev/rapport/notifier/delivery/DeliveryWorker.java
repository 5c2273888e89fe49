package dev.rapport.notifier.delivery;

import dev.rapport.notifier.delivery.Outcome.Withdrawn;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Claims briefly, sends outside of any transaction, writes down how it ended; until nothing is waiting. */
@ApplicationScoped
class DeliveryWorker {

    @Inject
    RecordOutcomes deliveries;

    @Inject
    EmailChannel email;

    @Scheduled(
            identity = "delivery-worker",
            every = "${rapport.delivery.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws SQLException {
        var claimed = deliveries.claim();
        while (!claimed.isEmpty()) {
            deliveries.record(send(claimed));
            claimed = deliveries.claim();
        }
    }

    private Map<Claimed, Outcome> send(List<Claimed> claimed) {
        var attempts = new HashMap<Claimed, CompletableFuture<Outcome>>();
        for (var delivery : claimed) {
            attempts.put(
                    delivery,
                    delivery.wanted() ? email.send(delivery) : CompletableFuture.completedFuture(new Withdrawn()));
        }
        var outcomes = new HashMap<Claimed, Outcome>();
        attempts.forEach((delivery, attempt) -> outcomes.put(delivery, attempt.join()));
        return outcomes;
    }
}
