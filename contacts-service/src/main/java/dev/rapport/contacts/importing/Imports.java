package dev.rapport.contacts.importing;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The imports of the caller's workspace. An upload that is not complete is none yet. */
@ApplicationScoped
class Imports {

    private static final String BY_ID = "select" + ContactImport.COLUMNS + """
            from contact_import i
            where i.workspace_id = :workspace and i.id = :id and i.state <> 'uploading'""";

    private static final String LIST = "select" + ContactImport.COLUMNS + """
            from contact_import i
            where i.workspace_id = :workspace and i.state <> 'uploading'
                and (:before::uuid is null or i.id < :before::uuid)
            order by i.id desc
            limit :limit""";

    private static final String PROBLEMS = """
            select nr, line, field, message, rejected
            from contact_import_problem
            where workspace_id = :workspace and import_id = :id and nr > :after
            order by nr
            limit :limit""";

    /** What waits is over at once; what runs, its worker stops after the batch under way. */
    private static final String CANCEL = """
            update contact_import
            set cancelling = true, revision = revision + 1,
                state = case state when 'waiting' then 'cancelled' else state end,
                ended_at = case state when 'waiting' then :at end
            where workspace_id = :workspace and id = :id and state in ('waiting', 'running') and not cancelling""";

    private final WorkspaceSql sql;
    private final Clock clock;

    @Inject
    Imports(WorkspaceSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The import with this id; 404 when the workspace has none. */
    ContactImport require(UUID id) {
        return find(id).orElseThrow(() -> ApiException.notFound("import"));
    }

    Optional<ContactImport> find(UUID id) {
        return sql.first(BY_ID, Map.of("id", id), ContactImport::read);
    }

    /** Newest first. */
    Page<ContactImport> list(int limit, String cursor) {
        var parameters = new HashMap<String, Object>(Map.of("limit", limit + 1));
        parameters.put(
                "before",
                Cursor.read("contact-imports", cursor, key -> UUID.fromString(key.get(0)))
                        .orElse(null));
        var rows = sql.list(LIST, parameters, ContactImport::read);
        return Page.of(rows, limit, row -> Cursor.of("contact-imports", row.id()));
    }

    /** What was not taken over, in the order in which it was found. */
    Page<ImportProblem> problems(UUID id, int limit, String cursor) {
        var list = "contact-import-problems:" + require(id).id();
        var after = Cursor.read(list, cursor, key -> Long.parseLong(key.get(0))).orElse(0L);
        var rows = sql.list(PROBLEMS, Map.of("id", id, "after", after, "limit", limit + 1), ImportProblem::read);
        return Page.of(rows, limit, row -> Cursor.of(list, row.nr()));
    }

    /** Stops the import; what it has done stays. 409 when it is over already, unless it was cancelled. */
    ContactImport cancel(UUID id) {
        sql.update(CANCEL, Map.of("id", id, "at", clock.instant()));
        var it = require(id);
        if (it.state() == ImportState.DONE || it.state() == ImportState.FAILED) {
            throw ApiException.of(ProblemType.CONFLICT, "This import is over; there is nothing left to stop.");
        }
        return it;
    }
}
