package dev.rapport.contacts.circle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.precondition.IfMatch;
import dev.rapport.api.sql.FailedSql;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.References;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes, replaces or deletes a circle, and tells what that means for every contact in it, in one transaction: 404 for an
 * unknown circle, 412 for another version than expected, 409 for the name of another circle. What changes nothing leaves the
 * version as it is; a name alone concerns nobody else.
 */
@ApplicationScoped
class ChangeCircle {

    /** In seconds: some hundred thousand contacts. */
    private static final int LONGEST = 600;

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String CHANGE = """
            update circle
            set name = :name, cadence = :cadence::jsonb, priority = :priority, version = :version,
                updated_at = :updatedAt
            where workspace_id = :workspace and id = :id""";

    private static final String DELETE = "delete from circle where workspace_id = :workspace and id = :id";

    private final WorkspaceSql sql;
    private final References references;
    private final Circles circles;
    private final CircleContacts contacts;
    private final CircleReader reader;
    private final Clock clock;

    @Inject
    ChangeCircle(
            WorkspaceSql sql,
            References references,
            Circles circles,
            CircleContacts contacts,
            CircleReader reader,
            Clock clock) {
        this.sql = sql;
        this.references = references;
        this.circles = circles;
        this.contacts = contacts;
        this.reader = reader;
        this.clock = clock;
    }

    /** Applies a merge patch and returns the circle; 400 when the result would be none. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST)
    Circle patch(UUID id, IfMatch expected, JsonNode patch) {
        var circle = expected(id, expected);
        return changed(circle, reader.patched(circle, patch));
    }

    /** Makes the circle what is stated, and returns it. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST)
    Circle replace(UUID id, IfMatch expected, NewCircle stated) {
        return changed(expected(id, expected), stated);
    }

    /** Takes all contacts out of the circle and deletes it. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST)
    void delete(UUID id, IfMatch expected) {
        var circle = expected(id, expected);
        contacts.leave(circle);
        sql.update(DELETE, Map.of("id", circle.id()));
    }

    private Circle expected(UUID id, IfMatch expected) {
        references.change();
        var circle = circles.lock(id);
        expected.check(circle.version());
        return circle;
    }

    private Circle changed(Circle circle, NewCircle stated) {
        var changed = circle.changed(stated, clock.instant());
        if (changed != circle) {
            store(changed);
            if (!changed.hasTermsOf(circle)) {
                contacts.tell(changed);
            }
        }
        return changed;
    }

    private void store(Circle circle) {
        var named = circles.named(circle.name()).filter(id -> !id.equals(circle.id()));
        if (named.isPresent()) {
            throw AddCircle.taken(circle.name(), named);
        }
        var row = new HashMap<String, Object>();
        row.put("id", circle.id());
        row.put("name", circle.name());
        row.put("cadence", circle.cadence() == null ? null : DetailsJson.write(circle.cadence()));
        row.put("priority", circle.priority());
        row.put("version", circle.version());
        row.put("updatedAt", circle.updatedAt());
        try {
            sql.update(CHANGE, row);
        } catch (FailedSql e) {
            throw UNIQUE_VIOLATION.equals(e.sqlState()) ? AddCircle.taken(circle.name(), Optional.empty()) : e;
        }
    }
}
