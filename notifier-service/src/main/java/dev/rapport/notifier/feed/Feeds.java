package dev.rapport.notifier.feed;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.security.Member;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.notifier.channel.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The calling member's feeds, and whose a token is. */
@ApplicationScoped
class Feeds {

    private static final String LIST = "feeds:newest";

    private static final String ADD = """
            insert into feed (workspace_id, id, member, kind, token_hash, created_at) values (?, ?, ?, ?, ?, ?)""";

    private static final String OWNER =
            "select member from feed where workspace_id = ? and token_hash = ? and kind = ?";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    DataSource database;

    @Inject
    PublicUrl publicUrl;

    @Inject
    Clock clock;

    Page<FeedView> page(int limit, String cursor) {
        var after =
                Cursor.read(LIST, cursor, key -> new Position(Instant.parse(key.get(0)), UUID.fromString(key.get(1))));
        var parameters = new HashMap<String, Object>(Map.of("member", member.id(), "rows", limit + 1));
        after.ifPresent(position -> {
            parameters.put("createdAt", position.createdAt());
            parameters.put("id", position.id());
        });
        var query = FeedView.SELECT
                + (after.isPresent() ? " and (created_at, id) < (:createdAt, :id)" : "")
                + " order by created_at desc, id desc limit :rows";
        return Page.of(
                sql.list(query, parameters, FeedView::read),
                limit,
                last -> Cursor.of(LIST, last.createdAt(), last.id()));
    }

    /** Makes a feed; only this answer has its address. */
    @Transactional(rollbackOn = SQLException.class)
    FeedView add(FeedKind kind) throws SQLException {
        var token = FeedToken.make(member.workspace());
        var id = UuidCreator.getTimeOrderedEpochPlus1();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (var connection = database.getConnection();
                var add = connection.prepareStatement(ADD)) {
            add.setString(1, member.workspace());
            add.setObject(2, id);
            add.setString(3, member.id());
            add.setString(4, kind.json());
            add.setBytes(5, token.hash());
            add.setObject(6, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            add.executeUpdate();
        }
        return new FeedView(id, kind, publicUrl.of("/feeds/" + token.text() + kind.suffix()), now);
    }

    @Transactional
    void revoke(UUID id) {
        var revoked = sql.update(
                "delete from feed where workspace_id = :workspace and member = :member and id = :id",
                Map.of("member", member.id(), "id", id));
        if (revoked == 0) {
            throw ApiException.notFound("feed");
        }
    }

    /** Whose feed a token opens; empty when it is unknown or revoked. */
    Optional<Member> owner(FeedToken token, FeedKind kind) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(OWNER)) {
            query.setString(1, token.workspace());
            query.setBytes(2, token.hash());
            query.setString(3, kind.json());
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(new Member(token.workspace(), row.getString(1))) : Optional.empty();
            }
        }
    }

    private record Position(Instant createdAt, UUID id) {}
}
