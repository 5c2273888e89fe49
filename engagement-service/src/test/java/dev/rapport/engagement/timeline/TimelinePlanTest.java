package dev.rapport.engagement.timeline;

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
class TimelinePlanTest {

    private static final String BUSY = "'00000000-0000-7000-8000-000000000002'";

    private final Workspace workspace = Workspace.create();

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"force_generic_plan", "force_custom_plan"})
    void shouldReadBothIndexesInOrderWhenTheContactIsBusy(String mode) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            // Given
            statement.execute("""
                    insert into interaction (workspace_id, id, contact_id, owner, wanted_contact_id, kind, direction,
                        occurred_at, recorded_at)
                    select '%1$s', uuidv7(), contact, 'alex', contact, 'email', 'OUTBOUND', now() - n * interval '1 minute', now()
                    from generate_series(1, 10000) n,
                        lateral (select case when n %% 2 = 0 then %2$s else uuidv7() end::uuid as contact) c;
                    insert into signal (workspace_id, id, contact_id, owner, wanted_contact_id, kind, title, topics, seen_at, at,
                        sent, bucket)
                    select '%1$s', uuidv7(), contact, 'alex', contact, 'post', 'A post', '{}', now(),
                        now() - n * interval '1 minute', uuidv7(), 'post ' || n
                    from generate_series(1, 10000) n,
                        lateral (select case when n %% 2 = 0 then %2$s else uuidv7() end::uuid as contact) c;
                    analyze interaction, signal""".formatted(workspace.name(), BUSY));
            var sql = Timeline.NEWEST
                    .replace(":workspace", "$1")
                    .replace(":contacts", "$2")
                    .replace(":type", "$3")
                    .replace(":kind", "$4")
                    .replace(":beforeId", "$6")
                    .replace(":before", "$5")
                    .replace(":since", "$7")
                    .replace(":rows", "$8");

            // When
            statement.execute("set plan_cache_mode = " + mode);
            statement.execute("prepare timeline(text, uuid[], text, text, text, uuid, text, int) as " + sql);
            var lines = new ArrayList<String>();
            try (var plan = statement.executeQuery("explain (analyze, costs off, timing off) execute timeline('"
                    + workspace.name() + "', array[" + BUSY + "]::uuid[], null, null, 'infinity',"
                    + " 'ffffffff-ffff-ffff-ffff-ffffffffffff', '-infinity', 51)")) {
                while (plan.next()) {
                    lines.add(plan.getString(1));
                }
            }
            statement.execute("deallocate timeline");
            statement.execute("reset plan_cache_mode");

            // Then no more than a page is read of each
            assertThat(lines)
                    .anyMatch(it ->
                            it.contains("Index Scan Backward using interaction_of_contact") && it.contains("rows=51"))
                    .anyMatch(
                            it -> it.contains("Index Scan Backward using signal_of_contact") && it.contains("rows=51"));
        }
    }
}
