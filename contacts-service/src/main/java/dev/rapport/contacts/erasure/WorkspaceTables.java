package dev.rapport.contacts.erasure;

import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/**
 * Every table of this service that has rows of workspaces: asked of the database itself, so that none is ever forgotten. The
 * outbox is no such table, as what is to be published still has to be, and empties itself.
 */
@ApplicationScoped
class WorkspaceTables {

    private static final String TABLES = """
            select quote_ident(t.table_name) from information_schema.tables t
            join information_schema.columns c using (table_schema, table_name)
            where t.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name = 'workspace_id'
                and t.table_name not in ('outbox', 'erasure', 'erasure_receipt') and :workspace <> ''
            order by t.table_name""";

    private static final String DELETE = """
            delete from %1$s where workspace_id = :workspace and ctid = any(array(
                select ctid from %1$s where workspace_id = :workspace limit :limit))""";

    private static final String OTHER_RECEIPTS = """
            delete from erasure_receipt where workspace_id = :workspace and ctid = any(array(
                select ctid from erasure_receipt where workspace_id = :workspace and erasure_id <> :id limit :limit))""";

    private static final String OTHER_ERASURES = """
            delete from erasure where workspace_id = :workspace and ctid = any(array(
                select ctid from erasure where workspace_id = :workspace and id <> :id limit :limit))""";

    private final WorkspaceSql sql;

    @Inject
    WorkspaceTables(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** Deletes some rows of the workspace, whatever they are, all but this erasure; returns how many. */
    int delete(UUID erasure, int limit) {
        int deleted = 0;
        for (var table : sql.list(TABLES, Map.of(), row -> row.getString(1))) {
            deleted += sql.update(DELETE.formatted(table), Map.of("limit", limit));
        }
        deleted += sql.update(OTHER_RECEIPTS, Map.of("id", erasure, "limit", limit));
        return deleted + sql.update(OTHER_ERASURES, Map.of("id", erasure, "limit", limit));
    }
}
