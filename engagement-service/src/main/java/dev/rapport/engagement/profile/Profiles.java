package dev.rapport.engagement.profile;

import dev.rapport.engagement.bulk.BulkStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The profiles in use. They are read anew for every request and every batch, by one index lookup: what an instance
 * remembered would miss the moment in which another version takes over. A request that reads them just before that moment
 * is still right, because the ties of the version before stay for a while ({@link ProfileConfig#linger()}).
 */
@ApplicationScoped
public class Profiles {

    /** "offset 0" makes each workspace an index lookup of its own, however few profiles there are yet. */
    private static final String IN_USE = """
            select p.* from unnest(?::text[]) as k (workspace_id)
            cross join lateral (
                select p.workspace_id, p.version, p.state, p.definition from scoring_profile p
                where p.workspace_id = k.workspace_id and p.state in ('active', 'building')
                offset 0) p""";

    private final DataSource database;

    @Inject
    Profiles(DataSource database) {
        this.database = database;
    }

    /** The profile that ranks a workspace's ties now. */
    public WorkspaceScoring of(String workspace) {
        try (var connection = database.getConnection()) {
            return inUse(connection, Set.of(workspace)).get(workspace).active();
        } catch (SQLException e) {
            throw new IllegalStateException("the profile of a workspace cannot be read", e);
        }
    }

    /**
     * What is in use in each of these workspaces, by workspace. Whoever changes ties asks this after locking them: then a
     * version that is not known here has not yet come to these ties, and one that is known waits for them.
     */
    public static Map<String, InUse> inUse(Connection connection, Set<String> workspaces) throws SQLException {
        var inUse = new HashMap<String, InUse>();
        workspaces.forEach(workspace -> inUse.put(workspace, InUse.DEFAULT));
        try (var select = BulkStatement.prepare(connection, IN_USE)) {
            select.column("text", List.copyOf(workspaces), it -> it).query(row -> {
                var scoring = Definition.read(row.getString("definition")).scoring(row.getInt("version"));
                var state = row.getString("state");
                return inUse.computeIfPresent(row.getString("workspace_id"), (it, known) -> known.with(state, scoring));
            });
        }
        return inUse;
    }
}
