package dev.rapport.engagement.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.imports.ImportConfig;
import dev.rapport.imports.ImportJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The records that imports leave out on purpose: all counted by reason, the first of them listed. */
@ApplicationScoped
class IgnoredRecords {

    private static final String KEEP = """
            insert into engagement_import_ignored (workspace_id, import_id, nr, line, reason, detail)
            select i.workspace_id, i.id, r.nr, r.line, r.reason, r.detail
            from engagement_import i
            cross join rows from (jsonb_to_recordset(:ignored::jsonb) as (nr bigint, line bigint, reason text, detail text))
                with ordinality as r (nr, line, reason, detail, place)
            where i.workspace_id = :workspace and i.id = :import and i.ignored + r.place <= :most""";

    private static final String COUNT = """
            insert into engagement_import_reason as c (workspace_id, import_id, reason, records)
            select :workspace, :import, r.reason, count(*)
            from jsonb_to_recordset(:ignored::jsonb) as r (reason text)
            group by r.reason
            order by r.reason
            on conflict (workspace_id, import_id, reason) do update set records = c.records + excluded.records""";

    private static final String LIST = """
            select nr, line, reason, detail from engagement_import_ignored
            where workspace_id = :workspace and import_id = :import and nr > :after
            order by nr
            limit :limit""";

    private static final String BY_REASON = """
            select import_id, reason, records from engagement_import_reason
            where workspace_id = :workspace and import_id = any(:imports::uuid[])""";

    private final WorkspaceSql sql;
    private final ImportConfig config;
    private final ObjectMapper json;

    @Inject
    IgnoredRecords(WorkspaceSql sql, ImportConfig config, ObjectMapper json) {
        this.sql = sql;
        this.config = config;
        this.json = json;
    }

    /** Adds what a batch left out, before the batch is counted. */
    void add(ImportJob job, List<IgnoredRecord> ignored) {
        if (!ignored.isEmpty()) {
            var parameters = new HashMap<String, Object>();
            parameters.put("import", job.id());
            parameters.put("ignored", write(ignored));
            sql.update(COUNT, parameters);
            parameters.put("most", config.problems());
            sql.update(KEEP, parameters);
        }
    }

    /** Those of an import of the workspace, in the order of the file. */
    Page<IgnoredRecord> list(UUID id, int limit, String cursor) {
        var list = "engagement-import-ignored:" + id;
        var after = Cursor.read(list, cursor, key -> Long.parseLong(key.get(0))).orElse(0L);
        var parameters = Map.of("import", id, "after", after, "limit", limit + 1);
        var rows = sql.list(LIST, parameters, IgnoredRecord::read);
        return Page.of(rows, limit, row -> Cursor.of(list, row.nr()));
    }

    /** How many records each of these imports has left out, by reason. */
    Map<UUID, Map<String, Long>> byReason(Collection<UUID> imports) {
        var counts = new HashMap<UUID, Map<String, Long>>();
        sql.list(BY_REASON, Map.of("imports", imports), row -> counts.computeIfAbsent(
                        row.getObject("import_id", UUID.class), it -> new TreeMap<>())
                .put(row.getString("reason"), row.getLong("records")));
        return counts;
    }

    private String write(List<IgnoredRecord> ignored) {
        try {
            return json.writeValueAsString(ignored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of text are writable", e);
        }
    }
}
