package dev.rapport.contacts.circle;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.DetailsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Adds circles. */
@ApplicationScoped
public class AddCircle {

    private static final String ADD = """
            insert into circle (workspace_id, id, name, cadence, priority, version, created_at, updated_at)
            values (:workspace, :id, :name, :cadence::jsonb, :priority, :version, :createdAt, :updatedAt)
            on conflict (workspace_id, lower(name)) do nothing""";

    private final WorkspaceSql sql;
    private final Circles circles;
    private final Clock clock;

    @Inject
    AddCircle(WorkspaceSql sql, Circles circles, Clock clock) {
        this.sql = sql;
        this.circles = circles;
        this.clock = clock;
    }

    /** Adds the circle; 409 naming the circle that has its name. */
    @Transactional
    Circle add(NewCircle stated) {
        var circle = Circle.added(UuidCreator.getTimeOrderedEpochPlus1(), stated, clock.instant());
        if (!added(circle)) {
            throw taken(stated.name(), circles.named(stated.name()));
        }
        return circle;
    }

    /**
     * The circles with these names, for an import: those that are missing are added, without a cadence. Case does not matter.
     *
     * @param names 1 to 100 characters each, nothing blank
     * @return the circle of each name
     */
    @Transactional
    public Map<String, UUID> ensure(Collection<String> names) {
        var ids = new HashMap<String, UUID>();
        // In one order for all, as two imports that add the same names must not wait for each other in a circle.
        var sorted = names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
        for (var name : sorted) {
            var circle = Circle.added(
                    UuidCreator.getTimeOrderedEpochPlus1(), new NewCircle(name, null, null), clock.instant());
            ids.put(
                    name,
                    circles.named(circle.name()).or(() -> addedOrNamed(circle)).orElseThrow());
        }
        return ids;
    }

    /** The refusal of a name that another circle has. */
    static ApiException taken(String name, Optional<UUID> by) {
        return ApiException.of(
                ProblemType.CONFLICT,
                "There is a circle called " + name
                        + by.map(id -> " already: " + id).orElse(" since just now"));
    }

    private Optional<UUID> addedOrNamed(Circle circle) {
        return added(circle) ? Optional.of(circle.id()) : circles.named(circle.name());
    }

    private boolean added(Circle circle) {
        var row = new HashMap<String, Object>();
        row.put("id", circle.id());
        row.put("name", circle.name());
        row.put("cadence", circle.cadence() == null ? null : DetailsJson.write(circle.cadence()));
        row.put("priority", circle.priority());
        row.put("version", circle.version());
        row.put("createdAt", circle.createdAt());
        row.put("updatedAt", circle.updatedAt());
        return sql.update(ADD, row) == 1;
    }
}
