package dev.rapport.contacts.importing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Clears away, in all workspaces, what imports need no more: files, drafts, broken uploads, and in the end all of it. */
@ApplicationScoped
class ImportLeftovers {

    private static final Logger LOG = Logger.getLogger(ImportLeftovers.class);

    private static final String OVER = """
            select workspace_id, id from contact_import
            where has_leftovers and state in ('done', 'cancelled', 'failed')
            limit 1
            for update skip locked""";

    private static final List<String> LEFT = List.of(
            "contact_import_chunk", "contact_import_link", "contact_import_draft", "contact_import_draft_source");

    private static final String CLEARED =
            "update contact_import set has_leftovers = false where workspace_id = ? and id = ?";

    private static final String BROKEN =
            "delete from contact_import where state = 'uploading' and lease_until <= clock_timestamp()";

    private static final String OLD = """
            delete from contact_import
            where created_at < ? and ended_at < ? and state in ('done', 'cancelled', 'failed')""";

    private final DataSource database;
    private final ImportConfig config;
    private final Clock clock;

    @Inject
    ImportLeftovers(DataSource database, ImportConfig config, Clock clock) {
        this.database = database;
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
                var broken = connection.prepareStatement(BROKEN);
                var old = connection.prepareStatement(OLD)) {
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
            try (var over = transaction.prepareStatement(OVER);
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

    private static void clear(Connection transaction, String workspace, UUID id) throws SQLException {
        for (var table : LEFT) {
            run(transaction, "delete from " + table + " where workspace_id = ? and import_id = ?", workspace, id);
        }
        run(transaction, CLEARED, workspace, id);
    }

    private static void run(Connection transaction, String sql, String workspace, UUID id) throws SQLException {
        try (var statement = transaction.prepareStatement(sql)) {
            statement.setString(1, workspace);
            statement.setObject(2, id);
            statement.executeUpdate();
        }
    }
}
