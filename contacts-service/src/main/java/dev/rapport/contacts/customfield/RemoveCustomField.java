package dev.rapport.contacts.customfield;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.References;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Removes a custom field from a workspace, and its values from all contacts. */
@ApplicationScoped
class RemoveCustomField {

    /** In seconds: some hundred thousand contacts. */
    private static final int LONGEST = 600;

    private static final String REMOVE = "delete from custom_field where workspace_id = :workspace and key = :key";

    private final WorkspaceSql sql;
    private final References references;
    private final CustomFieldValues values;

    @Inject
    RemoveCustomField(WorkspaceSql sql, References references, CustomFieldValues values) {
        this.sql = sql;
        this.references = references;
        this.values = values;
    }

    /** Removes it; 404 when the workspace has none with this key. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST)
    void remove(String key) {
        references.change();
        // The field first: who is about to give it a value holds it, and is waited for.
        if (sql.update(REMOVE, Map.of("key", key)) == 0) {
            throw ApiException.of(ProblemType.NOT_FOUND, "There is no custom field with this key in your workspace.");
        }
        values.remove(key);
    }
}
