package dev.rapport.imports;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The imports of the caller's workspace. An upload that is not complete is none yet. */
@ApplicationScoped
public class Imports {

    private static final String BY_ID = """
            select %2$s from %1$s i
            where i.workspace_id = :workspace and i.id = :id and i.state <> 'uploading'""";

    private static final String LIST = """
            select %2$s from %1$s i
            where i.workspace_id = :workspace and i.state <> 'uploading'
                and (:before::uuid is null or i.id < :before::uuid)
            order by i.id desc
            limit :limit""";

    private static final String PROBLEMS = """
            select nr, line, field, message, rejected
            from %s
            where workspace_id = :workspace and import_id = :id and nr > :after
            order by nr
            limit :limit""";

    /** What waits is over at once; what runs, its worker stops after the batch under way. */
    private static final String CANCEL = """
            update %s
            set cancelling = true, revision = revision + 1,
                state = case state when 'waiting' then 'cancelled' else state end,
                ended_at = case state when 'waiting' then :at end
            where workspace_id = :workspace and id = :id and state in ('waiting', 'running') and not cancelling""";

    private final WorkspaceSql sql;
    private final ImportNames names;
    private final Clock clock;

    @Inject
    Imports(WorkspaceSql sql, ImportKind<?> kind, Clock clock) {
        this.sql = sql;
        this.names = kind.names();
        this.clock = clock;
    }

    /** The import with this id; 404 when the workspace has none. */
    public ImportJob require(UUID id) {
        return find(id).orElseThrow(() -> ApiException.notFound("import"));
    }

    /** The import with this id, if the workspace has it. */
    public Optional<ImportJob> find(UUID id) {
        return sql.first(BY_ID.formatted(names.table(), names.columns()), Map.of("id", id), this::read);
    }

    /** Newest first. */
    public Page<ImportJob> list(int limit, String cursor) {
        var parameters = new HashMap<String, Object>(Map.of("limit", limit + 1));
        parameters.put(
                "before",
                Cursor.read(names.list(), cursor, key -> UUID.fromString(key.get(0)))
                        .orElse(null));
        var rows = sql.list(LIST.formatted(names.table(), names.columns()), parameters, this::read);
        return Page.of(rows, limit, row -> Cursor.of(names.list(), row.id()));
    }

    /** What was not taken over, in the order in which it was found. */
    public Page<ImportProblem> problems(UUID id, int limit, String cursor) {
        var list = names.problems() + ":" + require(id).id();
        var after = Cursor.read(list, cursor, key -> Long.parseLong(key.get(0))).orElse(0L);
        var rows = sql.list(
                PROBLEMS.formatted(names.problems()),
                Map.of("id", id, "after", after, "limit", limit + 1),
                ImportProblem::read);
        return Page.of(rows, limit, row -> Cursor.of(list, row.nr()));
    }

    /** Stops the import; what it has done stays. 409 when it is over already, unless it was cancelled. */
    public ImportJob cancel(UUID id) {
        sql.update(CANCEL.formatted(names.table()), Map.of("id", id, "at", clock.instant()));
        var it = require(id);
        if (it.state() == ImportState.DONE || it.state() == ImportState.FAILED) {
            throw ApiException.of(ProblemType.CONFLICT, "This import is over; there is nothing left to stop.");
        }
        return it;
    }

    private ImportJob read(ResultSet row) throws SQLException {
        return ImportJob.read(row, names);
    }
}
