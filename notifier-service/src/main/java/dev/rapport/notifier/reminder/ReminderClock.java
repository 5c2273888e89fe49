package dev.rapport.notifier.reminder;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** Wakes every second and tells members what is due, until nothing is. */
@ApplicationScoped
class ReminderClock {

    @Inject
    TellDue tellDue;

    @Scheduled(
            identity = "reminder-clock",
            every = "${rapport.reminders.tick:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws SQLException {
        int handled;
        do {
            handled = tellDue.tell();
        } while (handled > 0);
    }
}
