package dev.rapport.notifier.mute;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Wakes every second and ends the mutes whose time is over. */
@ApplicationScoped
class MuteClock {

    private static final Logger LOG = Logger.getLogger(MuteClock.class);

    @Inject
    EndMutes mutes;

    @Scheduled(
            identity = "mute-clock",
            every = "${rapport.mutes.tick:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws SQLException {
        for (var over : mutes.over()) {
            try {
                mutes.end(over);
                LOG.infof("mute=ended workspace=%s subject=%s", over.member().workspace(), over.subject());
            } catch (SQLException | RuntimeException e) {
                // The others end nevertheless; the next tick tries this one again.
                LOG.errorf(
                        e,
                        "mute=not-ended workspace=%s subject=%s",
                        over.member().workspace(),
                        over.subject());
            }
        }
    }
}
