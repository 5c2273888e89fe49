package dev.rapport.contacts.merging;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Removes what undo needed of merges that cannot be undone any more. */
@ApplicationScoped
class ExpireMerges {

    private static final Logger LOG = Logger.getLogger(ExpireMerges.class);

    private final DataSource database;
    private final Clock clock;

    @Inject
    ExpireMerges(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Does so now, in every workspace. */
    @Scheduled(every = "1h", delayed = "5m", identity = "merge-expiry")
    void expire() throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(MergeSql.EXPIRE)) {
            var oldest =
                    OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minus(Merge.UNDOABLE);
            update.setObject(1, oldest);
            try (var row = update.executeQuery()) {
                row.next();
                LOG.infof("merges=expired count=%d", row.getLong(1));
            }
        }
    }
}
