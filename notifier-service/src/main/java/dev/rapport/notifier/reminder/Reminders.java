package dev.rapport.notifier.reminder;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The calling member's reminders. */
@ApplicationScoped
class Reminders {

    private static final String LIST = "reminders:due";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    /** One page, earliest due first. */
    Page<ReminderView> page(ReminderFilter filter, int limit, String cursor) {
        var after =
                Cursor.read(LIST, cursor, key -> new Position(Instant.parse(key.get(0)), UUID.fromString(key.get(1))));
        var parameters = filter.parameters();
        parameters.put("member", member.id());
        parameters.put("rows", limit + 1);
        after.ifPresent(position -> {
            parameters.put("dueAt", position.dueAt());
            parameters.put("id", position.id());
        });
        var query = ReminderView.SELECT
                + filter.sql()
                + (after.isPresent() ? " and (r.due_at, r.id) > (:dueAt, :id)" : "")
                + " order by r.due_at, r.id limit :rows";
        return Page.of(
                sql.list(query, parameters, ReminderView::read),
                limit,
                last -> Cursor.of(LIST, last.dueAt(), last.id()));
    }

    /** The reminder with this id; 404 for an unknown one, another member's or another workspace's. */
    ReminderView require(UUID id) {
        return sql.first(
                        ReminderView.SELECT + " and r.id = :id",
                        Map.of("member", member.id(), "id", id),
                        ReminderView::read)
                .orElseThrow(() -> ApiException.notFound("reminder"));
    }

    /** The same, with its row locked until the transaction ends. */
    ReminderView lock(UUID id) {
        return sql.first(
                        ReminderView.SELECT + " and r.id = :id for update of r",
                        Map.of("member", member.id(), "id", id),
                        ReminderView::read)
                .orElseThrow(() -> ApiException.notFound("reminder"));
    }

    private record Position(Instant dueAt, UUID id) {}
}
