package dev.rapport.engagement.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import dev.rapport.engagement.relevance.Walk.Source;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EngagementTest
class IndexPlanTest {

    private static final String SOME_ID = "'7fffffff-ffff-ffff-ffff-ffffffffffff'";
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z]+)");

    private static final Map<Walk, String> INDEXES = Map.of(
            Walk.KEY_DOWN, "tie_ranking",
            Walk.KEY_UP, "tie_ranking",
            Walk.HOT_DOWN, "tie_running",
            Walk.SILENT, "tie_silence",
            Walk.WAITING_FOR_OWNER, "tie_waiting_for_owner",
            Walk.WAITING_FOR_CONTACT, "tie_waiting_for_contact");

    private static final Map<String, String> TYPES = Map.of(
            "workspace", "text",
            "generation", "int",
            "key", "float8",
            "bound", "float8",
            "contact", "uuid",
            "last", "text",
            "rows", "int",
            "owner", "text",
            "circle", "uuid",
            "relationship", "text");

    private static final Map<String, String> VALUES = Map.of(
            "generation", "0",
            "key", "0.5",
            "bound", "0.5",
            "contact", SOME_ID,
            "last", "'2026-01-01'",
            "rows", "51",
            "owner", "'alex'",
            "circle", SOME_ID,
            "relationship", "'client'");

    private final Workspace workspace = Workspace.create();

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"force_generic_plan", "force_custom_plan"})
    void shouldReadTheIndexInOrderWhenAPageOfAnyOrderIsAskedFor(String mode) throws SQLException {
        try (var connection = database.getConnection()) {
            // Given
            fill(connection);

            for (var walk : Walk.values()) {
                for (var source : List.of(Source.ALL, Source.OWNER)) {
                    // When
                    var plan = explain(connection, mode, walk.sql(source));

                    // Then
                    var index = INDEXES.get(walk) + (source == Source.OWNER ? "_of_owner" : "");
                    assertThat(plan)
                            .as("%s %s", walk, source)
                            .contains((walk.isDown() ? "Index Scan Backward using " : "Index Scan using ") + index
                                    + " on tie")
                            .doesNotContain("Sort");
                }
            }
            assertThat(explain(connection, mode, TieWalks.IN_CIRCLE)).contains("directory_circles");
            assertThat(explain(connection, mode, TieWalks.OF_RELATIONSHIP)).contains("using directory_relationship");
            assertThat(explain(connection, mode, Walk.OWNERS))
                    .containsPattern("using tie_\\w+_of_owner on tie")
                    .doesNotContain("Sort");
        }
    }

    private void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                insert into directory_contact (workspace_id, contact_id, version, owner, display_name, circles,
                    relationship)
                select '%1$s', uuidv7(), 1, case n %% 2 when 0 then 'alex' else 'bea' end, 'Contact ' || n,
                    array[uuidv7()], case n %% 3 when 0 then 'client' else 'peer' end
                from generate_series(1, 20000) n\
                """.formatted(workspace.name()));
            statement.execute("""
                insert into tie (workspace_id, contact_id, version, owner, rank_key, last_at, last_id, interactions,
                    last_inbound_at, last_outbound_at, hot_key)
                select workspace_id, contact_id, 1, owner, random(), at, contact_id, 1, at,
                    at + (random() - .5) * interval '1 day', random()
                from directory_contact cross join lateral (select now() - random() * interval '90 days' as at) x
                where workspace_id = '%s'\
                """.formatted(workspace.name()));
            statement.execute("analyze directory_contact, tie");
        }
    }

    private String explain(Connection connection, String mode, String sql) throws SQLException {
        var types = new ArrayList<String>();
        var values = new ArrayList<String>();
        var numbered = PARAMETER.matcher(sql).replaceAll(name -> {
            types.add(TYPES.get(name.group(1)));
            values.add(VALUES.getOrDefault(name.group(1), "'" + workspace.name() + "'"));
            return "\\$" + types.size();
        });
        try (var statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = " + mode);
            statement.execute("prepare page (" + String.join(", ", types) + ") as " + numbered);
            var lines = new ArrayList<String>();
            try (var plan = statement.executeQuery("explain execute page(" + String.join(", ", values) + ")")) {
                while (plan.next()) {
                    lines.add(plan.getString(1));
                }
            }
            statement.execute("deallocate page");
            statement.execute("reset plan_cache_mode");
            return String.join("\n", lines);
        }
    }
}
