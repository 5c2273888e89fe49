package dev.rapport.api.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The table of keys. */
@ApplicationScoped
class IdempotencyKeys {

    private static final Logger LOG = Logger.getLogger(IdempotencyKeys.class);

    private final DataSource database;

    @Inject
    IdempotencyKeys(DataSource database) {
        this.database = database;
    }

    /** Takes the key until the transaction ends; false when another transaction has it. */
    boolean lock(String workspace, String key) throws SQLException {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, workspace + '\n' + key);
            try (var row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    Optional<KeptAnswer> find(String workspace, String key) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select fingerprint, status, headers, body from idempotency_key
                        where workspace_id = ? and key = ? and created_at > now() - interval '24 hours'""")) {
            select.setString(1, workspace);
            select.setString(2, key);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                KeptAnswer.stored(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)))
                        : Optional.empty();
            }
        }
    }

    /** Keeps an answer; takes the place of one that has expired. */
    void keep(String workspace, String key, KeptAnswer answer) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into idempotency_key (workspace_id, key, fingerprint, status, headers, body)
                        values (?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (workspace_id, key) do update set fingerprint = excluded.fingerprint,
                            status = excluded.status, headers = excluded.headers, body = excluded.body,
                            created_at = now()""")) {
            insert.setString(1, workspace);
            insert.setString(2, key);
            insert.setString(3, answer.fingerprint());
            insert.setInt(4, answer.status());
            insert.setString(5, answer.headersJson());
            insert.setString(6, answer.body());
            insert.executeUpdate();
        }
    }

    @Scheduled(every = "1h", delayed = "10m", identity = "idempotency-key-expiry")
    void expire() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "delete from idempotency_key where created_at < now() - interval '24 hours'")) {
            LOG.infof("idempotency-keys=expired count=%d", delete.executeUpdate());
        }
    }
}
