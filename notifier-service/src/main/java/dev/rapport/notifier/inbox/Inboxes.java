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
import java.util.Map;
import java.util.UUID;

/** The calling member's inbox. */
@ApplicationScoped
class Inboxes {

    private static final String LIST = "inbox:newest";

    private static final String UNREAD =
            "select count(*) from notification where workspace_id = :workspace and member = :member"
                    + " and read_at is null and archived_at is null";

    private static final String ONE = " where workspace_id = :workspace and member = :member and id = :id";

    private static final String READ = "update notification set read_at = coalesce(read_at, :now)" + ONE;

    private static final String UNREAD_AGAIN = "update notification set read_at = null" + ONE;

    private static final String ARCHIVE = "update notification set archived_at = coalesce(archived_at, :now)" + ONE;

    private static final String READ_ALL = """
            update notification set read_at = :now
            where workspace_id = :workspace and member = :member and read_at is null and archived_at is null
                and (created_at, id) <= (:createdAt, :id)""";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    Clock clock;

    /** One page, newest first. */
    Page<InboxItem> page(InboxFilter filter, int limit, String cursor) {
        var after =
                Cursor.read(LIST, cursor, key -> new Position(Instant.parse(key.get(0)), UUID.fromString(key.get(1))));
        var parameters = filter.parameters();
        parameters.put("member", member.id());
        parameters.put("rows", limit + 1);
        after.ifPresent(position -> {
            parameters.put("createdAt", position.createdAt());
            parameters.put("id", position.id());
        });
        var query = InboxItem.SELECT
                + filter.sql()
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
        return require(id);
    }

    /** Marks one item as unread again. */
    @Transactional
    InboxItem markUnread(UUID id) {
        sql.update(UNREAD_AGAIN, Map.of("member", member.id(), "id", id));
        return require(id);
    }

    /** Puts one item away; it counts as unread no more. */
    @Transactional
    InboxItem archive(UUID id) {
        sql.update(ARCHIVE, Map.of("member", member.id(), "id", id, "now", clock.instant()));
        return require(id);
    }

    /** Marks an item and all that is older as read; what came since stays unread. Returns how many were unread. */
    @Transactional
    int markAllRead(UUID upTo) {
        var newest = require(upTo);
        return sql.update(
                READ_ALL,
                Map.of("member", member.id(), "id", upTo, "createdAt", newest.createdAt(), "now", clock.instant()));
    }

    private InboxItem require(UUID id) {
        return sql.first(InboxItem.SELECT + " and id = :id", Map.of("member", member.id(), "id", id), InboxItem::read)
                .orElseThrow(() -> ApiException.notFound("inbox item"));
    }

    private record Position(Instant createdAt, UUID id) {}
}
