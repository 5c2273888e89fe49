package dev.rapport.contacts.erasure;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.erasure.ErasureView.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The erasures of the caller's workspace, and their receipts. */
@ApplicationScoped
class Erasures {

    private static final String LIST = "erasures";
    private static final String COLUMNS = "id, contacts, whole_workspace, state, requested_at, requested_by";
    private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private static final String INSERT = """
            insert into erasure (workspace_id, id, contacts, whole_workspace, state, requested_at, requested_by)
            values (:workspace, :id, :contacts::uuid[], :whole, :state, :at, :by)""";

    private static final String RECEIPTS = """
            insert into erasure_receipt (workspace_id, erasure_id, service, contact_id, erased_at)
            select :workspace, :id, :service, contact, :at from unnest(:contacts::uuid[]) as contact""";

    private static final String RECEIPT = """
            insert into erasure_receipt (workspace_id, erasure_id, service, contact_id, erased_at)
            values (:workspace, :id, :service, null, :at)""";

    private static final String RECEIVED = """
            select erasure_id, service, count(*) as receipts, max(erased_at) as last from erasure_receipt
            where workspace_id = :workspace and erasure_id = any(:ids::uuid[])
            group by erasure_id, service
            order by service""";

    private final WorkspaceSql sql;
    private final ErasureConfig config;
    private final String service;

    @Inject
    Erasures(
            WorkspaceSql sql, ErasureConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.sql = sql;
        this.config = config;
        this.service = service;
    }

    /** Keeps a new erasure; of contacts, with this service's own receipts. */
    void add(Erasure erasure) {
        sql.update(
                INSERT,
                Map.of(
                        "id", erasure.id(),
                        "contacts", erasure.contacts(),
                        "whole", erasure.workspace(),
                        "state", erasure.running() ? "running" : "done",
                        "at", erasure.requestedAt(),
                        "by", erasure.requestedBy()));
        sql.update(
                RECEIPTS,
                Map.of(
                        "id", erasure.id(),
                        "contacts", erasure.contacts(),
                        "service", service,
                        "at", erasure.requestedAt()));
    }

    /** Locks an erasure that is under way for the transaction; empty when it is not, or another instance is at it. */
    Optional<Erasure> claim(UUID id) {
        return sql.first(
                "select " + COLUMNS + " from erasure where workspace_id = :workspace and id = :id and state = 'running'"
                        + " for update skip locked",
                Map.of("id", id),
                Erasures::read);
    }

    /** The erasure of the whole workspace that is under way, if one is. */
    Optional<Erasure> running() {
        return sql.first(
                "select " + COLUMNS + " from erasure where workspace_id = :workspace and state = 'running'"
                        + " order by id limit 1",
                Map.of(),
                Erasures::read);
    }

    /** Says that this service has forgotten the workspace. */
    void finish(Erasure erasure, Instant now) {
        sql.update(
                "update erasure set state = 'done' where workspace_id = :workspace and id = :id",
                Map.of("id", erasure.id()));
        sql.update(RECEIPT, Map.of("id", erasure.id(), "service", service, "at", now));
    }

    /** The erasure with its receipts; 404 when the workspace has none with this id. */
    ErasureView require(UUID id) {
        var erasure = sql.first(
                        "select " + COLUMNS + " from erasure where workspace_id = :workspace and id = :id",
                        Map.of("id", id),
                        Erasures::read)
                .orElseThrow(() -> ApiException.notFound("erasure"));
        return view(erasure, received(List.of(id)));
    }

    /** All erasures, the newest first. */
    Page<ErasureView> list(int limit, String cursor) {
        var before =
                Cursor.read(LIST, cursor, key -> UUID.fromString(key.get(0))).orElse(NEWEST);
        var rows = sql.list(
                "select " + COLUMNS + " from erasure where workspace_id = :workspace and id < :before"
                        + " order by id desc limit :limit",
                Map.of("before", before, "limit", limit + 1),
                Erasures::read);
        var received = received(rows.stream().map(Erasure::id).toList());
        return Page.of(rows, limit, erasure -> Cursor.of(LIST, erasure.id())).map(it -> view(it, received));
    }

    private ErasureView view(Erasure erasure, Map<UUID, Map<String, Received>> received) {
        return ErasureView.of(erasure, config.services(), received.getOrDefault(erasure.id(), Map.of()));
    }

    private Map<UUID, Map<String, Received>> received(List<UUID> ids) {
        var received = new HashMap<UUID, Map<String, Received>>();
        sql.list(RECEIVED, Map.of("ids", ids), row -> received.computeIfAbsent(
                        row.getObject("erasure_id", UUID.class), id -> new HashMap<>())
                .put(row.getString("service"), new Received(row.getInt("receipts"), instant(row, "last"))));
        return received;
    }

    private static Erasure read(ResultSet row) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                List.of((UUID[]) row.getArray("contacts").getArray()),
                row.getBoolean("whole_workspace"),
                "running".equals(row.getString("state")),
                instant(row, "requested_at"),
                row.getString("requested_by"));
    }
}
