package dev.rapport.engagement.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EngagementTest
class ListPlanTest {

    private static final String BUSY = "'00000000-0000-7000-8000-000000000001'";

    private final Workspace workspace = Workspace.create();

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"force_generic_plan", "force_custom_plan"})
    void shouldReadTheIndexInOrderWhenABusyContactIsListed(String mode) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            // Given
            statement.execute("""
                    insert into interaction (workspace_id, id, contact_id, owner, wanted_contact_id, kind, direction,
                        occurred_at, recorded_at)
                    select '%s', uuidv7(), contact, 'alex', contact, 'email', 'OUTBOUND', now() - n * interval '1 minute', now()
                    from generate_series(1, 20000) n,
                        lateral (select case when n %% 2 = 0 then %s else uuidv7() end::uuid as contact) c""".formatted(workspace.name(), BUSY));
            statement.execute("analyze interaction");
            var sql = Interactions.NEWEST
                    .replace(":workspace", "$1")
                    .replace(":contact", "$2")
                    .replace(":beforeId", "$4")
                    .replace(":before", "$3")
                    .replace(":rows", "$5");

            // When
            statement.execute("set plan_cache_mode = " + mode);
            statement.execute("prepare newest(text, uuid, text, uuid, int) as " + sql);
            var lines = new ArrayList<String>();
            try (var plan = statement.executeQuery("explain execute newest('" + workspace.name() + "', " + BUSY
                    + ", 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 51)")) {
                while (plan.next()) {
                    lines.add(plan.getString(1));
                }
            }
            statement.execute("deallocate newest");
            statement.execute("reset plan_cache_mode");

            // Then
            assertThat(String.join("\n", lines))
                    .contains("Index Scan Backward using interaction_of_contact on interaction")
                    .doesNotContain("Sort");
        }
    }
}
