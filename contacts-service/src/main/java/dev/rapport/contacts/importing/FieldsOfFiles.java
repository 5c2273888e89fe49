package dev.rapport.contacts.importing;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.customfield.DefineCustomFields;
import dev.rapport.contacts.customfield.FieldType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Custom fields, as files have them. */
@ApplicationScoped
class FieldsOfFiles implements CustomFieldTypes {

    private static final String KNOWN = "select key from custom_field where workspace_id = :workspace";

    private final WorkspaceSql sql;
    private final DefineCustomFields define;

    @Inject
    FieldsOfFiles(WorkspaceSql sql, DefineCustomFields define) {
        this.sql = sql;
        this.define = define;
    }

    @Override
    public Set<String> known() {
        return new TreeSet<>(sql.list(KNOWN, Map.of(), row -> row.getString(1)));
    }

    @Override
    public void ensure(Map<String, FieldType> wanted) {
        define.ensure(wanted);
    }
}
