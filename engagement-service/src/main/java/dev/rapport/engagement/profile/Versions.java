package dev.rapport.engagement.profile;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of the workspace's profile. */
@ApplicationScoped
class Versions {

    private static final String IN_USE = """
            select * from scoring_profile where workspace_id = :workspace and state in ('active', 'building')
            order by version""";

    private static final String NEWEST = """
            select * from scoring_profile where workspace_id = :workspace and version < :before
            order by version desc limit :rows""";

    private static final String ONE =
            "select * from scoring_profile where workspace_id = :workspace and version = :version";

    private static final String LIST = "scoring-profile:versions";

    private final WorkspaceSql sql;

    @Inject
    Versions(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** The one that ranks and the one that is being built, as of one instant. */
    CurrentVersions current() {
        return CurrentVersions.of(sql.list(IN_USE, Map.of(), Version::read));
    }

    /** The same, and neither becomes another before the transaction ends. */
    CurrentVersions hold() {
        return CurrentVersions.of(sql.list(IN_USE + " for update", Map.of(), Version::read));
    }

    /** All that were ever asked for or chosen, the newest first. */
    Page<Version> newest(int limit, String cursor) {
        int before =
                Cursor.read(LIST, cursor, key -> Integer.parseInt(key.get(0))).orElse(Integer.MAX_VALUE);
        List<Version> rows = sql.list(NEWEST, Map.of("before", before, "rows", limit + 1), Version::read);
        return Page.of(rows, limit, last -> Cursor.of(LIST, last.number()));
    }

    /** One version; 404 when there is none. Version 0 is there as long as it ranks. */
    Version require(int number) {
        return sql.first(ONE, Map.of("version", number), Version::read)
                .or(() -> number == 0
                        ? Optional.of(current().active()).filter(active -> active.number() == 0)
                        : Optional.empty())
                .orElseThrow(() -> ApiException.notFound("version of the scoring profile"));
    }
}
