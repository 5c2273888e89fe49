package dev.rapport.imports;

import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Map;

/**
 * Makes an upload an import. Only this step is the request that an Idempotency-Key stands for: the file is read before, and
 * counts by its hash, so that no transaction is open while it travels.
 */
@ApplicationScoped
public class AcceptImport {

    private static final String ACCEPT = """
            update %s set state = 'waiting', size = :size, lease_until = clock_timestamp()
            where workspace_id = :workspace and id = :id and state = 'uploading'""";

    private final WorkspaceSql sql;
    private final Imports imports;
    private final ImportKind<?> kind;

    @Inject
    AcceptImport(WorkspaceSql sql, Imports imports, ImportKind<?> kind) {
        this.sql = sql;
        this.imports = imports;
        this.kind = kind;
    }

    /** Starts the import; answers 202 with it. */
    @Idempotent
    public Response accept(Upload upload) {
        sql.update(ACCEPT.formatted(kind.names().table()), Map.of("id", upload.id(), "size", upload.size()));
        var it = imports.require(upload.id());
        return Response.accepted(kind.view(it))
                .location(UriBuilder.fromPath(kind.names().path() + "/{id}").build(it.id()))
                .build();
    }
}
