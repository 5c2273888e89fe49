package dev.rapport.contacts.importing;

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
class AcceptImport {

    private static final String ACCEPT = """
            update contact_import set state = 'waiting', size = :size, lease_until = clock_timestamp()
            where workspace_id = :workspace and id = :id and state = 'uploading'""";

    private final WorkspaceSql sql;
    private final Imports imports;

    @Inject
    AcceptImport(WorkspaceSql sql, Imports imports) {
        this.sql = sql;
        this.imports = imports;
    }

    /** Starts the import; answers 202 with it. */
    @Idempotent
    Response accept(Upload upload) {
        sql.update(ACCEPT, Map.of("id", upload.id(), "size", upload.size()));
        var it = imports.require(upload.id());
        return Response.accepted(ImportView.of(it))
                .location(UriBuilder.fromPath("/v1/contact-imports/{id}").build(it.id()))
                .build();
    }
}
