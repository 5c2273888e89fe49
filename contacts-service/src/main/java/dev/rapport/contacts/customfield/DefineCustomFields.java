package dev.rapport.contacts.customfield;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.References;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Creates custom fields, and changes them as far as the values in use permit. */
@ApplicationScoped
public class DefineCustomFields {

    /** The most of one workspace. */
    static final int MOST = 200;

    /** In seconds: every value in use is looked at. */
    private static final int LONGEST = 600;

    /** One definer at a time, so that the fields can be counted. */
    private static final String ALONE =
            "select pg_advisory_xact_lock(hashtextextended('custom fields ' || :workspace, 0))";

    private static final String COUNT = "select count(*) from custom_field where workspace_id = :workspace";

    private static final String PUT = """
            insert into custom_field (workspace_id, key, name, type, choices)
            values (:workspace, :key, :name, :type, :choices::jsonb)
            on conflict (workspace_id, key) do update
            set name = excluded.name, type = excluded.type, choices = excluded.choices""";

    private final WorkspaceSql sql;
    private final References references;
    private final CustomFields fields;
    private final CustomFieldValues values;

    @Inject
    DefineCustomFields(WorkspaceSql sql, References references, CustomFields fields, CustomFieldValues values) {
        this.sql = sql;
        this.references = references;
        this.fields = fields;
        this.values = values;
    }

    /**
     * Creates the field or makes it this; returns whether it is new. 409 when contacts have values that it would not take,
     * and when the workspace has its 200 fields.
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST)
    boolean put(CustomField wanted) {
        references.change();
        sql.list(ALONE, Map.of(), row -> Boolean.TRUE);
        var before = fields.held(List.of(wanted.key())).get(wanted.key());
        if (before == null) {
            checkRoom(1);
        }
        if (!wanted.equals(before)) {
            store(wanted);
        }
        if (before != null && !wanted.takesAllOf(before)) {
            checkFits(wanted);
        }
        return before == null;
    }

    /**
     * The custom fields that an import needs: those that are missing are created, named like their keys; those that exist
     * stay as they are. 400 for a key that is none, 409 when the workspace would have more than 200 fields.
     *
     * @param wanted types by keys; not {@link FieldType#CHOICE}, whose choices nobody would know
     * @return the types that these fields have now
     */
    @Transactional
    public Map<String, FieldType> ensure(Map<String, FieldType> wanted) {
        sql.list(ALONE, Map.of(), row -> Boolean.TRUE);
        var known = fields.held(wanted.keySet());
        checkRoom(wanted.size() - known.size());
        var types = new HashMap<String, FieldType>();
        new TreeMap<>(wanted).forEach((key, type) -> {
            var field = known.getOrDefault(key, new CustomField(key, key, type, List.of()));
            if (!CustomFields.isKey(key)
                    || (field.type() == FieldType.CHOICE && field.choices().isEmpty())) {
                throw ApiException.invalid("customFields", "must have keys such as " + CustomFields.KEY);
            }
            if (!known.containsKey(key)) {
                store(field);
            }
            types.put(key, field.type());
        });
        return types;
    }

    private void checkRoom(int more) {
        int count = sql.first(COUNT, Map.of(), row -> row.getInt(1)).orElseThrow();
        if (more > 0 && count + more > MOST) {
            throw ApiException.of(
                    ProblemType.CONFLICT,
                    "A workspace has at most " + MOST + " custom fields; yours has " + count + ".");
        }
    }

    /** Called when nobody can use the field any more: its row is changed already, and will be back if this refuses. */
    private void checkFits(CustomField wanted) {
        long misfits = values.misfits(wanted);
        if (misfits > 0) {
            throw ApiException.of(
                    ProblemType.CONFLICT,
                    misfits + " contacts have values that would not fit any more: a value " + wanted.wanted() + ".");
        }
    }

    private void store(CustomField field) {
        sql.update(
                PUT,
                Map.of(
                        "key", field.key(),
                        "name", field.name(),
                        "type", field.type().json(),
                        "choices", DetailsJson.write(field.choices())));
    }
}
