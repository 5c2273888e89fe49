package dev.rapport.engagement.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EngagementTest
class IndexPlanTest {

    private static final String ALL_ONES = "'ffffffff-ffff-ffff-ffff-ffffffffffff'";

    private final Workspace workspace = Workspace.create();

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"force_generic_plan", "force_custom_plan"})
    void shouldReadTheIndexInOrderWhenAPageOfTheRankingIsAskedFor(String mode) throws SQLException {
        try (var connection = database.getConnection()) {
            // Given
            fill(connection);

            // When
            var plan = explain(
                    connection,
                    mode,
                    "(text, float8, uuid, int)",
                    Ranking.STRONGEST,
                    "'Infinity', " + ALL_ONES + ", 51");
            var ofOwner = explain(
                    connection,
                    mode,
                    "(text, float8, uuid, int, text)",
                    Ranking.STRONGEST_OF_OWNER,
                    "'Infinity', " + ALL_ONES + ", 51, 'alex'");

            // Then
            assertThat(plan)
                    .contains("Index Scan Backward using tie_ranking on tie")
                    .doesNotContain("Sort");
            assertThat(ofOwner)
                    .contains("Index Scan Backward using tie_ranking_of_owner on tie")
                    .doesNotContain("Sort");
        }
    }

    private void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into directory_contact (workspace_id, contact_id, version, owner, display_name)
                    select '%1$s', uuidv7(), 1, case n %% 2 when 0 then 'alex' else 'bea' end, 'Contact ' || n
                    from generate_series(1, 20000) n""".formatted(workspace.name()));
            statement.execute("""
                    insert into tie (workspace_id, contact_id, version, owner, rank_key, last_at, last_id, interactions)
                    select workspace_id, contact_id, 1, owner, random(), now(), contact_id, 1
                    from directory_contact where workspace_id = '%s'""".formatted(workspace.name()));
            statement.execute("analyze directory_contact, tie");
        }
    }

    private String explain(Connection connection, String mode, String types, String sql, String values)
            throws SQLException {
        var numbered = sql.replace(":workspace", "$1")
                .replace(":key", "$2")
                .replace(":contact", "$3")
                .replace(":rows", "$4")
                .replace(":owner", "$5");
        try (var statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = " + mode);
            statement.execute("prepare page" + types + " as " + numbered);
            var lines = new ArrayList<String>();
            try (var plan =
                    statement.executeQuery("explain execute page('" + workspace.name() + "', " + values + ")")) {
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
