package dev.rapport.engagement.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EngagementTest
class SignalPlanTest {

    private static final String BUSY = "'00000000-0000-7000-8000-000000000003'";
    private static final Map<String, String> INDEXES = Map.of(
            Signals.NEWEST, "signal_newest",
            Signals.NEWEST_OF_KIND, "signal_of_kind",
            Signals.NEWEST_OF_OWNER, "signal_of_owner",
            Signals.NEWEST_OF_CONTACTS, "signal_of_contact");

    private final Workspace workspace = Workspace.create();

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"force_generic_plan", "force_custom_plan"})
    void shouldReadTheIndexInOrderWhateverIsListed(String mode) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into directory_contact (workspace_id, contact_id, version, owner, told_at)
                    values ('%1$s', %2$s, 1, 'alex', now());
                    insert into signal (workspace_id, id, contact_id, owner, wanted_contact_id, kind, title, topics, seen_at, at,
                        sent, bucket)
                    select '%1$s', uuidv7(), %2$s, 'alex', %2$s, 'post', 'A post', '{}', now(),
                        now() - n * interval '1 minute', uuidv7(), 'post ' || n
                    from generate_series(1, 10000) n;
                    analyze signal""".formatted(workspace.name(), BUSY));
            statement.execute("set plan_cache_mode = " + mode);
            for (var list : INDEXES.entrySet()) {
                assertThat(plan(statement, list.getKey()))
                        .anyMatch(line -> line.contains("Index Scan Backward using " + list.getValue() + " ")
                                && line.contains("rows=51"));
            }
            statement.execute("reset plan_cache_mode");
        }
    }

    private List<String> plan(Statement statement, String query) throws SQLException {
        var sql = query.replace(":workspace", "$1")
                .replace(":contacts", "$2")
                .replace(":owner", "$3")
                .replace(":kind", "$4")
                .replace(":beforeId", "$6")
                .replace(":before", "$5")
                .replace(":since", "$7")
                .replace(":rows", "$8");
        statement.execute("prepare listed(text, uuid[], text, text, text, uuid, text, int) as " + sql);
        var lines = new ArrayList<String>();
        try (var plan = statement.executeQuery("explain (analyze, costs off, timing off) execute listed('"
                + workspace.name() + "', array[" + BUSY + "]::uuid[], 'alex', 'post', 'infinity',"
                + " 'ffffffff-ffff-ffff-ffff-ffffffffffff', '-infinity', 51)")) {
            while (plan.next()) {
                lines.add(plan.getString(1));
            }
        }
        statement.execute("deallocate listed");
        return lines;
    }
}
