package dev.rapport.contacts.archive;

import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What is archived as it stands in its table: circles, custom fields, histories and erasures. */
@ApplicationScoped
class ArchivedTables implements ArchivePart {

    private static final int PAGE = 500;
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private static final String CIRCLES = """
            select id::text as position, json_strip_nulls(json_build_object('id', id, 'name', name, 'cadence', cadence,
                'priority', priority, 'version', version, 'createdAt', created_at, 'updatedAt', updated_at))::text as line
            from circle where workspace_id = :workspace and id > :after::uuid order by id limit :limit""";

    private static final String CUSTOM_FIELDS = """
            select key as position,
                json_build_object('key', key, 'name', name, 'type', type, 'choices', choices)::text as line
            from custom_field where workspace_id = :workspace and key > :after order by key limit :limit""";

    private static final String HISTORY = """
            select xid || ',' || seq as position, json_strip_nulls(json_build_object('contactId', contact_id,
                'version', version, 'kind', kind, 'at', at, 'member', member, 'cause', cause, 'causeId', cause_id,
                'fields', fields))::text as line
            from contact_change
            where workspace_id = :workspace
                and (xid, seq) > (split_part(:after, ',', 1)::xid8, split_part(:after, ',', 2)::bigint)
            order by xid, seq limit :limit""";

    private static final String ERASURES = """
            select id::text as position, json_build_object('id', id, 'contacts', contacts, 'workspace', whole_workspace,
                'requestedAt', requested_at, 'requestedBy', requested_by)::text as line
            from erasure where workspace_id = :workspace and id > :after::uuid order by id limit :limit""";

    private final WorkspaceSql sql;

    @Inject
    ArchivedTables(WorkspaceSql sql) {
        this.sql = sql;
    }

    @Override
    public void write(Archive archive) throws IOException {
        archive.ndjson("circles.ndjson", line -> lines(line, CIRCLES, NO_ID));
        archive.ndjson("custom-fields.ndjson", line -> lines(line, CUSTOM_FIELDS, ""));
        archive.ndjson("history.ndjson", line -> lines(line, HISTORY, "0,0"));
        archive.ndjson("erasures.ndjson", line -> lines(line, ERASURES, NO_ID));
    }

    private void lines(Archive.Line line, String query, String first) throws IOException {
        for (var rows = page(query, first); !rows.isEmpty(); rows = page(query, rows.get(rows.size() - 1).position)) {
            for (var row : rows) {
                line.write(row.line);
            }
        }
    }

    private List<Row> page(String query, String after) {
        return sql.list(
                query,
                Map.of("after", after, "limit", PAGE),
                row -> new Row(row.getString("position"), row.getString("line")));
    }

    private record Row(String position, String line) {}
}
