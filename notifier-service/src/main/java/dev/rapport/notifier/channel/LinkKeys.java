package dev.rapport.notifier.channel;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The keys of signed links. A workspace's first is made when it is needed; to rotate them, add a row: it signs from then on. */
@ApplicationScoped
class LinkKeys {

    private static final int BYTES = 32;

    private static final String NEWEST =
            "select id, secret from link_key where workspace_id = ? order by created_at desc, id desc limit 1";

    private static final String ONE = "select id, secret from link_key where workspace_id = ? and id = ?";

    /** Two instances may make the first one at the same time; both verify, so either may be the newest. */
    private static final String ADD = "insert into link_key (workspace_id, id, secret, created_at) values (?, ?, ?, ?)";

    private final SecureRandom random = new SecureRandom();

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    record Key(UUID id, byte[] secret) {}

    /** The key that signs. In a transaction of its own: a link must not outlive its key's roll-back. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = SQLException.class)
    Key signing(String workspace) throws SQLException {
        var newest = find(NEWEST, workspace, null);
        return newest.isPresent() ? newest.get() : add(workspace);
    }

    /** A key by which a link of a workspace was signed. */
    Optional<Key> verifying(String workspace, UUID id) throws SQLException {
        return find(ONE, workspace, id);
    }

    private Key add(String workspace) throws SQLException {
        var key = new Key(UuidCreator.getTimeOrderedEpochPlus1(), new byte[BYTES]);
        random.nextBytes(key.secret());
        try (var connection = database.getConnection();
                var add = connection.prepareStatement(ADD)) {
            add.setString(1, workspace);
            add.setObject(2, key.id());
            add.setBytes(3, key.secret());
            add.setObject(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            add.executeUpdate();
        }
        return key;
    }

    private Optional<Key> find(String sql, String workspace, UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, workspace);
            if (id != null) {
                query.setObject(2, id);
            }
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Key(row.getObject(1, UUID.class), row.getBytes(2)))
                        : Optional.empty();
            }
        }
    }
}
