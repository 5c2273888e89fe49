package dev.rapport.notifier.reminder;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.planning.PlannedReminder;
import dev.rapport.notifier.planning.Reconciliation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The changes to many contacts' reminders, written with one statement of each sort. */
final class Changes {

    private static final String DELETE = """
            delete from reminder r using unnest(?::text[], ?::uuid[]) as gone (workspace_id, id)
            where r.workspace_id = gone.workspace_id and r.id = gone.id""";

    private static final String RESOLVE = """
            update reminder r set state = 'resolved', closed_at = clock.now, updated_at = clock.now,
                version = r.version + 1
            from unnest(?::text[], ?::uuid[]) as over (workspace_id, id), (select ?::timestamptz as now) as clock
            where r.workspace_id = over.workspace_id and r.id = over.id""";

    private static final String UPDATE = """
            update reminder r set cause = new.cause, due_at = new.due_at, latest_at = new.latest_at,
                reason = new.reason, updated_at = clock.now, version = r.version + 1,
                state = case when new.rescheduled then 'scheduled' else r.state end,
                wake_at = case when new.rescheduled then greatest(new.due_at, clock.settled) else r.wake_at end,
                late = r.late and not new.rescheduled,
                closed_at = case when new.rescheduled then null else r.closed_at end
            from unnest(?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::bool[])
                    as new (workspace_id, id, cause, due_at, latest_at, reason, rescheduled),
                (select ?::timestamptz as now, ?::timestamptz as settled) as clock
            where r.workspace_id = new.workspace_id and r.id = new.id""";

    private static final String INSERT = """
            insert into reminder (workspace_id, id, contact_id, owner, kind, state, cause, reason, due_at, latest_at,
                wake_at, created_at, updated_at)
            select workspace_id, id, contact_id, owner, kind, 'scheduled', cause, reason, due_at, latest_at,
                greatest(due_at, settled), now, now
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::timestamptz[], ?::timestamptz[])
                    as new (workspace_id, id, contact_id, owner, kind, cause, reason, due_at, latest_at),
                (select ?::timestamptz as now, ?::timestamptz as settled) as clock""";

    private final List<Row> deletes = new ArrayList<>();
    private final List<Row> resolves = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private final List<Insert> inserts = new ArrayList<>();

    /** Adds the changes of one contact; it has an owner whenever there is something to insert. */
    void add(String workspace, UUID contactId, String owner, Reconciliation changes) {
        changes.deletes().forEach(id -> deletes.add(new Row(workspace, id)));
        changes.resolves().forEach(id -> resolves.add(new Row(workspace, id)));
        changes.updates().forEach(update -> updates.add(new Update(workspace, update)));
        changes.inserts().forEach(planned -> inserts.add(new Insert(workspace, contactId, owner, planned)));
    }

    /**
     * Writes what closes before what opens, so that no two of a kind are open at any time.
     *
     * @param settled when what is planned now may be told at the earliest
     */
    void write(Connection transaction, Instant now, Instant settled) throws SQLException {
        delete(transaction);
        resolve(transaction, now);
        update(transaction, now, settled);
        insert(transaction, now, settled);
    }

    private void delete(Connection transaction) throws SQLException {
        if (!deletes.isEmpty()) {
            try (var delete = transaction.prepareStatement(DELETE)) {
                Columns.of(delete, deletes).text(Row::workspace).uuid(Row::id).update();
            }
        }
    }

    private void resolve(Connection transaction, Instant now) throws SQLException {
        if (!resolves.isEmpty()) {
            try (var resolve = transaction.prepareStatement(RESOLVE)) {
                Columns.of(resolve, resolves).text(Row::workspace).uuid(Row::id).update(now);
            }
        }
    }

    private void update(Connection transaction, Instant now, Instant settled) throws SQLException {
        if (updates.isEmpty()) {
            return;
        }
        try (var update = transaction.prepareStatement(UPDATE)) {
            Columns.of(update, updates)
                    .text(Update::workspace)
                    .uuid(row -> row.to().id())
                    .text(row -> row.to().planned().cause())
                    .instant(row -> row.to().planned().dueAt())
                    .instant(row -> row.to().planned().latestAt().orElse(null))
                    .text(row -> row.to().planned().reason())
                    .flag(row -> row.to().rescheduled())
                    .update(now, settled);
        }
    }

    private void insert(Connection transaction, Instant now, Instant settled) throws SQLException {
        if (inserts.isEmpty()) {
            return;
        }
        try (var insert = transaction.prepareStatement(INSERT)) {
            Columns.of(insert, inserts)
                    .text(Insert::workspace)
                    .uuid(row -> UuidCreator.getTimeOrderedEpochPlus1())
                    .uuid(Insert::contactId)
                    .text(Insert::owner)
                    .text(row -> row.planned().kind().json())
                    .text(row -> row.planned().cause())
                    .text(row -> row.planned().reason())
                    .instant(row -> row.planned().dueAt())
                    .instant(row -> row.planned().latestAt().orElse(null))
                    .update(now, settled);
        }
    }

    private record Row(String workspace, UUID id) {}

    private record Update(String workspace, Reconciliation.Update to) {}

    private record Insert(String workspace, UUID contactId, String owner, PlannedReminder planned) {}
}
