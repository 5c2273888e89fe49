package dev.rapport.notifier.reminder;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The calling member's reminders. */
@ApplicationScoped
class Reminders {

    private static final String LIST = "reminders:due";

    private static final String CONTACTS = """
            select distinct coalesce(c.survivor_id, r.contact_id) as contact_id
            from reminder r
            left join contact c on c.workspace_id = r.workspace_id and c.contact_id = r.contact_id
            where r.workspace_id = :workspace and r.owner = :member and r.id = any (:ids)""";

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

    /** The contacts, or those that stand for them, of those of these reminders that are there. */
    Set<UUID> contactsOf(List<UUID> ids) {
        return Set.copyOf(sql.list(
                CONTACTS, Map.of("member", member.id(), "ids", ids), row -> row.getObject("contact_id", UUID.class)));
    }

    private record Position(Instant dueAt, UUID id) {}
}
