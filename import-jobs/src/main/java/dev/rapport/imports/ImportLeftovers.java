package dev.rapport.imports;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Clears away, in all workspaces, what imports need no more: files, drafts, broken uploads, and in the end all of it. */
@ApplicationScoped
class ImportLeftovers {

    private static final Logger LOG = Logger.getLogger(ImportLeftovers.class);

    private static final String OVER = """
            select workspace_id, id from %s
            where has_leftovers and state in ('done', 'cancelled', 'failed')
            limit 1
            for update skip locked""";

    private static final String LEFT = "delete from %s where workspace_id = ? and import_id = ?";

    private static final String CLEARED = "update %s set has_leftovers = false where workspace_id = ? and id = ?";

    private static final String BROKEN =
            "delete from %s where state = 'uploading' and lease_until <= clock_timestamp()";

    private static final String OLD = """
            delete from %s
            where created_at < ? and ended_at < ? and state in ('done', 'cancelled', 'failed')""";

    private final DataSource database;
    private final ImportNames names;
    private final ImportConfig config;
    private final Clock clock;

    @Inject
    ImportLeftovers(DataSource database, ImportKind<?> kind, ImportConfig config, Clock clock) {
        this.database = database;
        this.names = kind.names();
        this.config = config;
        this.clock = clock;
    }

    /** Of imports that are over, soon after. */
    @Scheduled(every = "5s", identity = "import-leftovers", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clear() throws SQLException {
        while (clearOne()) {
            LOG.debug("import-leftovers=cleared");
        }
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "import-expiry")
    void expire() throws SQLException {
        try (var connection = database.getConnection();
                var broken = connection.prepareStatement(BROKEN.formatted(names.table()));
                var old = connection.prepareStatement(OLD.formatted(names.table()))) {
            var before = clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC);
            old.setObject(1, before);
            old.setObject(2, before);
            LOG.infof("imports=expired broken=%d old=%d", broken.executeUpdate(), old.executeUpdate());
        }
    }

    private boolean clearOne() throws SQLException {
        try (var transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            boolean isFound;
            try (var over = transaction.prepareStatement(OVER.formatted(names.table()));
                    var row = over.executeQuery()) {
                isFound = row.next();
                if (isFound) {
                    clear(transaction, row.getString(1), row.getObject(2, UUID.class));
                }
            }
            transaction.commit();
            return isFound;
        }
    }

    private void clear(Connection transaction, String workspace, UUID id) throws SQLException {
        run(transaction, LEFT.formatted(names.chunks()), workspace, id);
        for (var table : names.leftovers()) {
            run(transaction, LEFT.formatted(table), workspace, id);
        }
        run(transaction, CLEARED.formatted(names.table()), workspace, id);
    }

    private static void run(Connection transaction, String sql, String workspace, UUID id) throws SQLException {
        try (var statement = transaction.prepareStatement(sql)) {
            statement.setString(1, workspace);
            statement.setObject(2, id);
            statement.executeUpdate();
        }
    }
}
