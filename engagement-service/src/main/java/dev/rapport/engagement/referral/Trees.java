package dev.rapport.engagement.referral;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.engagement.referral.TreeView.Node;
import dev.rapport.engagement.referral.TreeView.Person;
import dev.rapport.engagement.relevance.Scale;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Trees of introductions: a level at a time, each one statement, and nobody twice. */
@ApplicationScoped
class Trees {

    /** A tree holds no more. */
    static final int PEOPLE = 500;

    private static final int UP = 5;

    /** The living contact that stands for the one asked for, with its tie. */
    private static final String ONE = """
        select s.contact_id, s.display_name, s.owner, s.introduced_by, t.rank_key
        from directory_contact d
        join directory_contact s on s.workspace_id = :workspace
            and s.contact_id = coalesce(d.survivor_id, d.contact_id) and s.deleted_at is null
        left join tie t on t.workspace_id = :workspace and t.contact_id = s.contact_id
            and t.generation = :generation
        where d.workspace_id = :workspace and d.contact_id = :contact\
        """;

    private record Found(UUID id, String displayName, String owner, UUID by, Double key) {

        static Found root(ResultSet row) throws SQLException {
            return read(row, "introduced_by");
        }

        static Found below(ResultSet row) throws SQLException {
            return read(row, "introducer");
        }

        private static Found read(ResultSet row, String by) throws SQLException {
            return new Found(
                    row.getObject("contact_id", UUID.class),
                    row.getString("display_name"),
                    row.getString("owner"),
                    row.getObject(by, UUID.class),
                    row.getObject("rank_key", Double.class));
        }
    }

    private final WorkspaceSql sql;

    @Inject
    Trees(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** The tree below a contact or, when it was merged, below the one that stands for it; 404 when there is none. */
    TreeView below(UUID contact, int depth, Scale scale) {
        var root = find(contact, scale).orElseThrow(() -> ApiException.notFound("contact"));
        var people = new LinkedHashMap<UUID, Found>();
        people.put(root.id, root);
        var level = List.of(root.id);
        for (int i = 0; i < depth && !level.isEmpty(); i++) {
            level = next(level, people, scale);
        }
        boolean more = !next(level, new LinkedHashMap<>(people), scale).isEmpty();
        while (people.size() > PEOPLE + 1) {
            people.remove(people.keySet().stream().skip(PEOPLE + 1L).findFirst().orElseThrow());
            more = true;
        }
        var children = new HashMap<UUID, List<Found>>();
        people.values().stream().filter(one -> !one.id.equals(root.id)).forEach(one -> children.computeIfAbsent(
                        one.by, id -> new ArrayList<>())
                .add(one));
        return new TreeView(up(root, scale), node(root, children, scale), people.size() - 1, more);
    }

    private Optional<Found> find(UUID contact, Scale scale) {
        return sql.first(ONE, parameters("contact", contact, scale), Found::root);
    }

    /** Adds those whom a level introduced and who are not in the tree yet; returns their ids. */
    private List<UUID> next(List<UUID> level, Map<UUID, Found> people, Scale scale) {
        if (level.isEmpty()) {
            return List.of();
        }
        var added = new ArrayList<UUID>();
        for (var one : sql.list(Introducers.INTRODUCED, parameters("contacts", level, scale), Found::below)) {
            if (people.size() <= PEOPLE + 1 && people.putIfAbsent(one.id, one) == null) {
                added.add(one.id);
            }
        }
        return added;
    }

    private List<Person> up(Found root, Scale scale) {
        var persons = new ArrayList<Person>();
        var passed = new ArrayList<>(List.of(root.id));
        var next = Optional.ofNullable(root.by).flatMap(id -> find(id, scale));
        while (next.isPresent() && persons.size() < UP && !passed.contains(next.get().id)) {
            var one = next.get();
            passed.add(one.id);
            persons.add(new Person(one.id, one.displayName, one.owner));
            next = Optional.ofNullable(one.by).flatMap(id -> find(id, scale));
        }
        return persons;
    }

    private static Node node(Found one, Map<UUID, List<Found>> children, Scale scale) {
        var levels = scale.of(one.owner);
        double strength = one.key == null ? 0 : levels.strengthOfKey(one.key);
        var below = children.getOrDefault(one.id, List.of()).stream()
                .map(child -> node(child, children, scale))
                .toList();
        return new Node(one.id, one.displayName, one.owner, levels.scoreOf(strength), levels.bandOf(strength), below);
    }

    private static Map<String, Object> parameters(String name, Object value, Scale scale) {
        return Map.of(name, value, "generation", scale.scoring().generation(), "rows", 2 * PEOPLE + 2);
    }
}
