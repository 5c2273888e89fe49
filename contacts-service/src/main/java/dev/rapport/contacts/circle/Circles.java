package dev.rapport.contacts.circle;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.ContactKeys;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.OwnCadence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The circles of the caller's workspace. */
@ApplicationScoped
class Circles {

    private static final String LIST = "circles:name";
    private static final String COLUMNS = "id, name, cadence, priority, version, created_at, updated_at";

    private static final String BY_ID =
            "select " + COLUMNS + " from circle where workspace_id = :workspace and id = :id";

    private static final String BY_NAME =
            "select id from circle where workspace_id = :workspace and lower(name) = lower(:name)";

    /** No name is empty, so that every name comes after the empty one. */
    private static final String PAGE = "select " + COLUMNS + """
            , lower(name) as name_key, (
                select count(*) from contact c
                where c.workspace_id = :workspace and c.keys @> array[:prefix || circle.id]::text[]
                    and c.deleted_at is null) as members
            from circle
            where workspace_id = :workspace and lower(name) > :after
            order by lower(name)
            limit :limit""";

    private static final String MEMBERS = """
            select count(*) from contact c
            where c.workspace_id = :workspace and c.keys @> array[:key]::text[] and c.deleted_at is null""";

    private final WorkspaceSql sql;
    private final CurrentMember member;

    @Inject
    Circles(WorkspaceSql sql, CurrentMember member) {
        this.sql = sql;
        this.member = member;
    }

    /** The circle with this id; 404 when the workspace has none. */
    Circle require(UUID id) {
        return required(BY_ID, id);
    }

    /** The same, which nobody else changes, nor puts contacts into, before the transaction under way ends. */
    Circle lock(UUID id) {
        return required(BY_ID + " for update", id);
    }

    /** The circle that has this name but for its case. */
    Optional<UUID> named(String name) {
        return sql.first(BY_NAME, Map.of("name", name), row -> row.getObject(1, UUID.class));
    }

    /** By name. */
    Page<CircleView> list(int limit, String cursor) {
        var after = Cursor.read(LIST, cursor, key -> key.get(0)).orElse("");
        var prefix = key(new UUID(0, 0)).replace(new UUID(0, 0).toString(), "");
        var rows = sql.list(PAGE, Map.of("prefix", prefix, "after", after, "limit", limit + 1), Listed::read);
        return Page.of(rows, limit, row -> Cursor.of(LIST, row.nameKey())).map(Listed::view);
    }

    /** The circle as it is shown. */
    CircleView view(Circle circle) {
        var members = sql.first(MEMBERS, Map.of("key", key(circle.id())), row -> row.getLong(1));
        return CircleView.of(circle, members.orElseThrow());
    }

    private String key(UUID circle) {
        return ContactKeys.in(member.workspace()).circle(circle);
    }

    private Circle required(String query, UUID id) {
        return sql.first(query, Map.of("id", id), Circles::read).orElseThrow(() -> ApiException.notFound("circle"));
    }

    private static Circle read(ResultSet row) throws SQLException {
        return new Circle(
                row.getObject("id", UUID.class),
                row.getString("name"),
                DetailsJson.read(row.getString("cadence"), OwnCadence.class),
                row.getInt("priority"),
                row.getLong("version"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private record Listed(CircleView view, String nameKey) {
        static Listed read(ResultSet row) throws SQLException {
            return new Listed(CircleView.of(Circles.read(row), row.getLong("members")), row.getString("name_key"));
        }
    }
}
