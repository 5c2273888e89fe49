package dev.rapport.engagement.tie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.directory.Directory;
import dev.rapport.engagement.interaction.InteractionHistory;
import dev.rapport.engagement.profile.Profiles;
import dev.rapport.engagement.profile.WorkspaceScoring;
import dev.rapport.engagement.scoring.HotKey;
import dev.rapport.engagement.scoring.Relevance;
import dev.rapport.engagement.scoring.Tie;
import dev.rapport.engagement.scoring.TieFold;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.events.RelevanceEvent.RelevanceChanged;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/** A workspace whose profile is changed, beside the plain definition of what its ties must then be. */
record ScoredWorkspace(Workspace workspace, DataSource database) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Asks for a profile, whatever there is; returns its version. */
    int ask(Map<String, ?> profile) {
        return workspace
                .as("alex")
                .header("If-Match", "*")
                .body(profile)
                .put("/v1/scoring-profile")
                .then()
                .extract()
                .path("version");
    }

    void awaitState(int version, String state) {
        await().atMost(PATIENCE).until(() -> version(version, "state"), state::equals);
    }

    /** Waits until a version ranks and nothing is left to do for it. */
    void awaitDone(int version) {
        awaitState(version, "active");
        await().atMost(PATIENCE).until(() -> version(version, "progress") == null);
    }

    Object version(int version, String field) {
        return workspace
                .as("alex")
                .get("/v1/scoring-profile/versions/" + version)
                .path(field);
    }

    WorkspaceScoring scoring() throws SQLException {
        try (var connection = database.getConnection()) {
            return Profiles.inUse(connection, Set.of(workspace.name()))
                    .get(workspace.name())
                    .active();
        }
    }

    /** Every contact's tie under the profile that ranks is the plain fold over its stored interactions. */
    void assertPlain() throws SQLException {
        var scoring = scoring();
        var stored = ties(scoring.generation());
        try (var connection = database.getConnection()) {
            var keys = new TreeSet<ContactKey>();
            stored.keySet().forEach(id -> keys.add(new ContactKey(workspace.name(), id)));
            var touches = InteractionHistory.ofContacts(connection, keys);
            var standings = Directory.standings(connection, keys);
            for (var key : keys) {
                var tie = stored.get(key.contactId());
                var standing = standings.get(key);
                if (standing == null || !standing.isAlive()) {
                    assertThat(tie.tie()).as("%s", key).isEqualTo(Tie.EMPTY);
                    continue;
                }
                var theirs = new TreeSet<>(touches.getOrDefault(key, List.of()));
                var profile = scoring.profileOf(standing.owner());
                assertThat(tie.tie()).as("%s", key).isEqualTo(TieFold.fold(theirs, profile));
                if (!tie.tie().isEmpty()) {
                    assertThat(tie.owner()).isEqualTo(standing.owner());
                    assertThat(tie.hotKey()).isEqualTo(HotKey.fold(theirs, profile));
                }
            }
        }
    }

    /** What was told of each contact rose in version, and the last of it is how it is now. */
    void assertTold() throws SQLException {
        var scoring = scoring();
        var versions = new HashMap<UUID, Long>();
        var last = new HashMap<UUID, RelevanceEvent>();
        for (var event : Topics.told(RelevanceEvent.TOPIC, workspace.name() + "/")) {
            var before = versions.put(event.contactId(), event.version());
            assertThat(before == null ? 0 : before).isLessThan(event.version());
            last.put(event.contactId(), event);
        }
        ties(scoring.generation()).forEach((id, stored) -> {
            if (!stored.tie().isEmpty()) {
                var told = (RelevanceChanged) last.get(id);
                var profile = scoring.profileOf(stored.owner());
                assertThat(told.version()).isEqualTo(stored.version());
                assertThat(told.halfLife()).isEqualTo(profile.halfLife());
                assertThat(told.rankKey()).isEqualTo(new Relevance(stored.tie(), profile).rankKey());
            }
        });
    }

    Map<UUID, StoredTie> ties(int generation) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select * from tie where workspace_id = ? and generation = ?")) {
            select.setString(1, workspace.name());
            select.setInt(2, generation);
            var ties = new HashMap<UUID, StoredTie>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var tie = StoredTie.read(row);
                    ties.put(tie.key().contactId(), tie);
                }
            }
            return ties;
        }
    }

    /** How many ties there are under whatever profile. */
    long rows() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from tie where workspace_id = ?")) {
            select.setString(1, workspace.name());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, workspace.name());
            statement.executeUpdate();
        }
    }
}
