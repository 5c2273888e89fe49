package dev.rapport.contacts.bin;

import dev.rapport.api.security.Member;
import dev.rapport.api.security.OnBehalf;
import dev.rapport.contacts.erasure.EraseContacts;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Erases, in all workspaces, the contacts whose time in the bin is over: so many at a time, for the member `rapport`. */
@ApplicationScoped
class EmptyBin {

    private static final Logger LOG = Logger.getLogger(EmptyBin.class);
    private static final String NOBODY = "rapport";
    private static final int BATCH = 100;

    private static final String OVERDUE = """
            select workspace_id, id from contact
            where deleted_at < ? and deleted_at is not null and merged_into is null
            limit ?""";

    private final DataSource database;
    private final EraseContacts erase;
    private final OnBehalf onBehalf;
    private final BinConfig config;
    private final Clock clock;

    @Inject
    EmptyBin(DataSource database, EraseContacts erase, OnBehalf onBehalf, BinConfig config, Clock clock) {
        this.database = database;
        this.erase = erase;
        this.onBehalf = onBehalf;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${rapport.bin.sweep:10m}",
            delayed = "${rapport.bin.sweep:10m}",
            identity = "empty-bin",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() throws SQLException {
        // In the precision of the database, so that both sides agree on what is overdue.
        var before = clock.instant().minus(config.keep()).truncatedTo(ChronoUnit.MICROS);
        for (var overdue = overdue(before); !overdue.isEmpty(); overdue = overdue(before)) {
            overdue.forEach((workspace, ids) -> erase(workspace, ids, before));
        }
    }

    private void erase(String workspace, List<UUID> ids, Instant before) {
        var erased = onBehalf.of(
                new Member(workspace, NOBODY),
                () -> erase.erase(
                        ids,
                        contact -> contact.mergedInto() == null
                                && contact.deletedAt() != null
                                && contact.deletedAt().isBefore(before)));
        erased.ifPresent(it -> LOG.infof(
                "bin=emptied workspace=%s contacts=%d erasure=%s",
                workspace, it.contacts().size(), it.id()));
    }

    private Map<String, List<UUID>> overdue(Instant before) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OVERDUE)) {
            select.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            select.setInt(2, BATCH);
            try (var rows = select.executeQuery()) {
                var overdue = new HashMap<String, List<UUID>>();
                while (rows.next()) {
                    overdue.computeIfAbsent(rows.getString(1), workspace -> new ArrayList<>())
                            .add(rows.getObject(2, UUID.class));
                }
                return overdue;
            }
        }
    }
}
