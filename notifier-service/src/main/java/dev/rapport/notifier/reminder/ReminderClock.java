package dev.rapport.notifier.reminder;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Wakes several times a second, plans anew what has passed by, and tells members what is due, until nothing is. On a thread of
 * its own: Quarkus's scheduler looks but once a second, and that alone would make a reminder a second late.
 */
@ApplicationScoped
class ReminderClock {

    private static final Logger LOG = Logger.getLogger(ReminderClock.class);
    private static final long FAREWELL_SECONDS = 10;

    @Inject
    PassedBy passedBy;

    @Inject
    TellDue tellDue;

    @Inject
    ReminderConfig config;

    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(tick -> {
        var thread = new Thread(tick, "reminder-clock");
        thread.setDaemon(true);
        return thread;
    });

    void start(@Observes StartupEvent event) {
        long millis = config.tick().toMillis();
        ticks.scheduleWithFixedDelay(this::tickOrLog, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        ticks.shutdown();
        if (!ticks.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("reminders=interrupted");
        }
    }

    /** What fails is tried again by the next tick: an error that came through would stop the clock for good. */
    private void tickOrLog() {
        try {
            tick();
        } catch (SQLException | RuntimeException | Error e) {
            LOG.errorf(e, "reminders=untold retry=%s", config.tick());
        }
    }

    private void tick() throws SQLException {
        try {
            passedBy.plan();
        } catch (SQLException | RuntimeException e) {
            // What is due is told nevertheless.
            LOG.errorf(e, "reminders=passed-by outcome=failed");
        }
        int handled;
        do {
            handled = tellDue.tell();
        } while (handled > 0 && !ticks.isShutdown());
    }
}
