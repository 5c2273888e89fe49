package dev.rapport.contacts.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.Problem.Violation;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.CustomFieldRules;
import dev.rapport.contacts.contact.DetailsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The custom fields of the caller's workspace. */
@ApplicationScoped
class CustomFields implements CustomFieldRules {

    /** What keys are. */
    static final String KEY = "[a-z][a-zA-Z0-9_]{0,49}";

    private static final Pattern KEYS = Pattern.compile(KEY);
    private static final Pattern TELLABLE = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,50}");
    private static final String LIST = "custom-fields:key";

    private static final String PAGE = """
            select key, name, type, choices from custom_field
            where workspace_id = :workspace and key > :after
            order by key
            limit :limit""";

    /** In the order of the key, as every transaction that holds several fields takes them. */
    private static final String HELD = """
            select key, name, type, choices from custom_field
            where workspace_id = :workspace and key = any(:keys)
            order by key
            for share""";

    private final WorkspaceSql sql;

    @Inject
    CustomFields(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** By key. */
    Page<CustomField> list(int limit, String cursor) {
        var after = Cursor.read(LIST, cursor, key -> key.get(0)).orElse("");
        var rows = sql.list(PAGE, Map.of("after", after, "limit", limit + 1), CustomFields::read);
        return Page.of(rows, limit, field -> Cursor.of(LIST, field.key()));
    }

    /** Those of these fields that exist; they stay as they are until the transaction under way ends. */
    Map<String, CustomField> held(Collection<String> keys) {
        var known = new TreeMap<String, CustomField>();
        var wanted = keys.stream().filter(CustomFields::isKey).toList();
        if (!wanted.isEmpty()) {
            sql.list(HELD, Map.of("keys", wanted), CustomFields::read).forEach(field -> known.put(field.key(), field));
        }
        return known;
    }

    @Override
    public Map<String, JsonNode> checked(Map<String, JsonNode> values) {
        var known = held(values.keySet());
        var faults = new ArrayList<Violation>();
        var checked = new HashMap<String, JsonNode>();
        values.forEach((key, value) -> {
            var field = known.get(key);
            if (field == null) {
                faults.add(unknown(key));
            } else {
                field.normal(value)
                        .ifPresentOrElse(
                                normal -> checked.put(key, normal),
                                () -> faults.add(new Violation("customFields." + key, field.wanted())));
            }
        });
        if (!faults.isEmpty()) {
            throw ApiException.invalid(List.copyOf(faults));
        }
        return checked;
    }

    static boolean isKey(String text) {
        return KEYS.matcher(text).matches();
    }

    static CustomField read(ResultSet row) throws SQLException {
        return new CustomField(
                row.getString("key"),
                row.getString("name"),
                FieldType.of(row.getString("type")),
                List.of(DetailsJson.read(row.getString("choices"), String[].class)));
    }

    /** What cannot be shown, or not be written as JSON, is not repeated. */
    private static Violation unknown(String key) {
        return TELLABLE.matcher(key).matches()
                ? new Violation("customFields." + key, "is no custom field of your workspace")
                : new Violation("customFields", "must have keys such as " + KEY);
    }
}
