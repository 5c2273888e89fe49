package dev.rapport.notifier.inbox;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The calling member's inbox. */
@ApplicationScoped
class Inboxes {

    private static final String LIST = "inbox:newest";

    private static final String UNREAD =
            "select count(*) from notification where workspace_id = :workspace and member = :member and read_at is null";

    private static final String READ = """
            update notification set read_at = :now
            where workspace_id = :workspace and member = :member and id = :id and read_at is null""";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    Clock clock;

    /** One page, newest first. */
    Page<InboxItem> page(int limit, String cursor) {
        var after =
                Cursor.read(LIST, cursor, key -> new Position(Instant.parse(key.get(0)), UUID.fromString(key.get(1))));
        var parameters = new HashMap<String, Object>(Map.of("member", member.id(), "rows", limit + 1));
        after.ifPresent(position -> {
            parameters.put("createdAt", position.createdAt());
            parameters.put("id", position.id());
        });
        var query = InboxItem.SELECT
                + (after.isPresent() ? " and (created_at, id) < (:createdAt, :id)" : "")
                + " order by created_at desc, id desc limit :rows";
        return Page.of(
                sql.list(query, parameters, InboxItem::read),
                limit,
                last -> Cursor.of(LIST, last.createdAt(), last.id()));
    }

    long unread() {
        return sql.list(UNREAD, Map.of("member", member.id()), row -> row.getLong(1))
                .get(0);
    }

    /** Marks one item as read; reading it again keeps the first time. */
    @Transactional
    InboxItem markRead(UUID id) {
        sql.update(READ, Map.of("member", member.id(), "id", id, "now", clock.instant()));
        return sql.first(InboxItem.SELECT + " and id = :id", Map.of("member", member.id(), "id", id), InboxItem::read)
                .orElseThrow(() -> ApiException.notFound("inbox item"));
    }

    private record Position(Instant createdAt, UUID id) {}
}
