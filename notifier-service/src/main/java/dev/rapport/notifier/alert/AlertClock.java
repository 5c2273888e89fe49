package dev.rapport.notifier.alert;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** Wakes every second and raises what is an alert, until nothing waits. */
@ApplicationScoped
class AlertClock {

    @Inject
    RaiseAlerts raise;

    @Scheduled(
            identity = "alert-clock",
            every = "${rapport.alerts.tick:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws SQLException {
        int judged;
        do {
            judged = raise.round();
        } while (judged > 0);
    }
}
