package dev.rapport.contacts.history;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Deletes the tombstones of erased contacts, of all workspaces, that no valid token can still ask for. */
@ApplicationScoped
class ForgetTombstones {

    private static final Logger LOG = Logger.getLogger(ForgetTombstones.class);
    private static final int BATCH = 5_000;
    /** What a transaction wrote may be seen a little later than its instant says. */
    private static final Period MARGIN = Period.ofDays(1);

    private static final String FORGET = """
            delete from contact_change
            where ctid = any(array(
                select ctid from contact_change where kind = 'erased' and at < ? limit ?))""";

    private final DataSource database;
    private final FeedConfig config;
    private final Clock clock;

    @Inject
    ForgetTombstones(DataSource database, FeedConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${rapport.changes.sweep:1h}",
            delayed = "${rapport.changes.sweep:1h}",
            identity = "forget-tombstones",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() throws SQLException {
        int all = 0;
        for (int deleted = step(); deleted > 0; deleted = step()) {
            all += deleted;
        }
        LOG.infof("tombstones=forgotten count=%d", all);
    }

    /** Deletes some; returns how many. */
    int step() throws SQLException {
        try (var connection = database.getConnection();
                var forget = connection.prepareStatement(FORGET)) {
            var oldest = clock.instant().minus(config.reach()).minus(MARGIN);
            forget.setObject(1, OffsetDateTime.ofInstant(oldest, ZoneOffset.UTC));
            forget.setInt(2, BATCH);
            return forget.executeUpdate();
        }
    }
}
