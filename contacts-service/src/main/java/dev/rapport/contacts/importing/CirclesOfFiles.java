package dev.rapport.contacts.importing;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.circle.AddCircle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Circles by their names, as files name them. */
@ApplicationScoped
class CirclesOfFiles implements CirclesByName {

    private static final String FIND = """
            select n.name, c.id
            from unnest(:names::text[]) as n (name)
            join circle c on c.workspace_id = :workspace and lower(c.name) = lower(n.name)""";

    private final WorkspaceSql sql;
    private final AddCircle addCircle;

    @Inject
    CirclesOfFiles(WorkspaceSql sql, AddCircle addCircle) {
        this.sql = sql;
        this.addCircle = addCircle;
    }

    @Override
    public Map<String, UUID> find(Collection<String> names) {
        var ids = new HashMap<String, UUID>();
        sql.list(FIND, Map.of("names", names), row -> ids.put(row.getString(1), row.getObject(2, UUID.class)));
        return ids;
    }

    @Override
    public void ensure(Collection<String> names) {
        addCircle.ensure(names);
    }
}
