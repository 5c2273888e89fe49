package dev.rapport.contacts.circle;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.CircleTerms;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.OwnCadence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tells contacts by what terms they are in their circles. */
@ApplicationScoped
class CircleBook implements CircleTerms.Book {

    /** In the order of the key, as every transaction that holds several circles takes them. */
    private static final String HELD = """
            select id, cadence, priority from circle
            where workspace_id = :workspace and id = any(:ids::uuid[])
            order by id
            for share""";

    private final WorkspaceSql sql;

    @Inject
    CircleBook(WorkspaceSql sql) {
        this.sql = sql;
    }

    @Override
    public Map<UUID, CircleTerms> held(Collection<UUID> circles) {
        var terms = new HashMap<UUID, CircleTerms>();
        sql.list(
                HELD,
                Map.of("ids", circles),
                row -> terms.put(
                        row.getObject("id", UUID.class),
                        new CircleTerms(
                                DetailsJson.read(row.getString("cadence"), OwnCadence.class), row.getInt("priority"))));
        return terms;
    }
}
