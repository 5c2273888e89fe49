package dev.rapport.notifier.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.AboutContact;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.messaging.EventBatches;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Told;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan depends on what was told, never on the order, the number of times or the company in which it was told. */
@NotifierTest
class ReplayTest {

    private static final String PLAN = """
            select coalesce(c.survivor_id, r.contact_id) as contact, r.kind, r.state, r.cause, r.reason, r.due_at, r.latest_at
            from reminder r
            join contact c on c.workspace_id = r.workspace_id and c.contact_id = r.contact_id
            where r.workspace_id = ? order by contact, r.kind, r.cause""";

    @Inject
    ContactIntake contacts;

    @Inject
    InteractionIntake interactions;

    @Inject
    RelevanceIntake relevance;

    @Inject
    DataSource database;

    private final String inOrder = "w-" + UUID.randomUUID();
    private final String shuffled = "w-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldPlanTheSameWhenEventsComeShuffledAndRepeated(long seed) throws Exception {
        shouldPlanTheSame(History.of(seed, 6, 8), new Random(seed));
        assertThat(plan(shuffled)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldPlanTheSameWhenContactsAreMergedPartedAndErasedInAnyOrder(long seed) throws Exception {
        shouldPlanTheSame(History.withMerges(seed, 6, 8), new Random(seed));
    }

    private void shouldPlanTheSame(History history, Random random) throws Exception {
        tellInOrder(history);
        var steps = steps(history, shuffled, random);
        Collections.shuffle(steps, random);
        for (var step : steps) {
            step.call();
        }
        assertThat(plan(shuffled)).isEqualTo(plan(inOrder));
    }

    @Test
    void shouldPlanTheSameWhenAllTopicsAreConsumedAtOnceByManyThreads() throws Exception {
        shouldPlanTheSameAtOnce(History.of(99, 12, 25), step -> step);
    }

    /** Merges that cross each other may end in a deadlock, of which the database undoes one side; a consumer comes again. */
    @Test
    void shouldPlanTheSameWhenContactsAreMergedAndPartedByManyThreads() throws Exception {
        shouldPlanTheSameAtOnce(History.withMerges(99, 12, 25), step -> () -> {
            while (true) {
                try {
                    return step.call();
                } catch (SQLException e) {
                    if (!"40P01".equals(e.getSQLState())) {
                        throw e;
                    }
                }
            }
        });
    }

    private void shouldPlanTheSameAtOnce(History history, UnaryOperator<Callable<Void>> consumer) throws Exception {
        tellInOrder(history);
        var steps =
                steps(history, shuffled, new Random(99)).stream().map(consumer).toList();

        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (var done : threads.invokeAll(steps)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(plan(shuffled)).isNotEmpty().isEqualTo(plan(inOrder));
    }

    private void tellInOrder(History history) throws SQLException {
        for (var event : history.contacts()) {
            apply(contacts::apply, inOrder, List.of(event));
        }
        for (var event : history.touches()) {
            apply(interactions::apply, inOrder, List.of(event));
        }
        for (var event : history.relevance()) {
            apply(relevance::apply, inOrder, List.of(event));
        }
    }

    private List<Callable<Void>> steps(History history, String workspace, Random random) {
        var steps = new ArrayList<Callable<Void>>();
        History.shuffled(history.contacts(), random)
                .forEach(batch -> steps.add(() -> {
                    apply((EventBatches.Effect<ContactEvent>) contacts::apply, workspace, batch);
                    return null;
                }));
        History.shuffled(history.touches(), random)
                .forEach(batch -> steps.add(() -> {
                    apply((EventBatches.Effect<InteractionEvent>) interactions::apply, workspace, batch);
                    return null;
                }));
        History.shuffled(history.relevance(), random)
                .forEach(batch -> steps.add(() -> {
                    apply((EventBatches.Effect<RelevanceEvent>) relevance::apply, workspace, batch);
                    return null;
                }));
        return steps;
    }

    private <T extends AboutContact> void apply(EventBatches.Effect<T> effect, String workspace, List<T> batch)
            throws SQLException {
        try (Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            effect.apply(
                    transaction,
                    batch.stream().map(it -> Told.event(workspace, it)).toList());
            transaction.commit();
        }
    }

    private List<List<Object>> plan(String workspace) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(PLAN)) {
            query.setString(1, workspace);
            try (var rows = query.executeQuery()) {
                var plan = new ArrayList<List<Object>>();
                while (rows.next()) {
                    var row = new ArrayList<Object>();
                    for (int column = 1; column <= 7; column++) {
                        row.add(rows.getObject(column));
                    }
                    plan.add(row);
                }
                return plan;
            }
        }
    }
}
