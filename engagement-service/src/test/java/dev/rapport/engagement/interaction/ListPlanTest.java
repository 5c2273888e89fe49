package dev.rapport.engagement.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list reads one index in its order and stops when the page is full: it never sorts what there is. */
@EngagementTest
class ListPlanTest {

    private static final UUID BUSY = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final Workspace workspace = Workspace.create();

    @Inject
    DataSource database;

    static Stream<Arguments> lists() {
        return Stream.of("force_generic_plan", "force_custom_plan")
                .flatMap(mode -> Stream.of(
                        Arguments.of(mode, "interaction_of_contact", filter(BUSY, null, false), 1),
                        Arguments.of(mode, "interaction_of_contact", filter(BUSY, "alex", false), 1),
                        Arguments.of(mode, "interaction_newest_of_owner", filter(null, "alex", false), 0),
                        Arguments.of(mode, "interaction_newest", filter(null, null, false), 0),
                        Arguments.of(mode, "interaction_newest_retracted", filter(null, null, true), 0)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void shouldReadTheIndexInOrderWhenMuchIsThere(String mode, String index, InteractionFilter filter, int contacts)
            throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            // Given
            fill(connection);

            // When
            statement.execute("set plan_cache_mode = " + mode);
            var plan = plan(connection, InteractionList.statement(filter, contacts));
            statement.execute("reset plan_cache_mode");

            // Then
            assertThat(plan)
                    .contains("Index Scan Backward using " + index + " on interaction i")
                    .doesNotContain("Sort");
        }
    }

    @Test
    void shouldReadOneByItsKeyWhenAnOccasionIsLookedFor() throws SQLException {
        try (var connection = database.getConnection()) {
            fill(connection);

            assertThat(plan(
                            connection,
                            "select * from interaction i where i.workspace_id = :workspace"
                                    + " and i.occasion_id = :contact and i.occasion_id is not null"))
                    .contains("interaction_of_occasion");
        }
    }

    private static InteractionFilter filter(UUID contact, String owner, boolean retracted) {
        return new InteractionFilter(
                contact, owner, InteractionFilter.kinds("email,call"), null, null, null, null, retracted);
    }

    /** Half of it with one contact, an eighth taken back. */
    private void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into interaction (workspace_id, id, contact_id, owner, wanted_contact_id, kind, direction,
                        occurred_at, recorded_at, retracted_at)
                    select '%s', uuidv7(), contact, 'alex', contact, 'email', 'OUTBOUND', now() - n * interval '1 minute',
                        now(), case when n %% 8 = 1 then now() end
                    from generate_series(1, 10000) n,
                        lateral (select case when n %% 2 = 0 then '%s' else uuidv7() end::uuid as contact) c""".formatted(workspace.name(), BUSY));
            statement.execute("analyze interaction");
        }
    }

    private String plan(Connection connection, String list) throws SQLException {
        var sql = list;
        var names = List.of("workspace", "contact", "owner", "kinds", "since", "beforeId", "before", "rows");
        for (int i = 0; i < names.size(); i++) {
            sql = sql.replaceAll(":" + names.get(i) + "\\b", "\\$" + (i + 1));
        }
        try (var statement = connection.createStatement()) {
            statement.execute("prepare listed(text, uuid, text, text[], text, uuid, text, int) as " + sql);
            var lines = new ArrayList<String>();
            try (var plan = statement.executeQuery("explain execute listed('" + workspace.name() + "', '" + BUSY
                    + "', 'alex', '{email,call}', '-infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff',"
                    + " 'infinity', 51)")) {
                while (plan.next()) {
                    lines.add(plan.getString(1));
                }
            }
            statement.execute("deallocate listed");
            return String.join("\n", lines);
        }
    }
}
