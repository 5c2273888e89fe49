package dev.rapport.notifier.edition.press;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Wakes every second and publishes the editions that are due, until none is. */
@ApplicationScoped
class Press {

    @Inject
    PublishDue publishDue;

    @Inject
    Clock clock;

    @Scheduled(
            identity = "press",
            every = "${rapport.editions.tick:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws SQLException {
        int handled;
        do {
            handled = publishDue.publish(clock.instant().truncatedTo(ChronoUnit.MICROS));
        } while (handled > 0);
    }
}
