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
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan depends on what was told, never on the order, the number of times or the company in which it was told. */
@NotifierTest
class ReplayTest {

    private static final String PLAN = """
            select contact_id, kind, state, cause, reason, due_at, latest_at from reminder
            where workspace_id = ? order by contact_id, kind, cause""";

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
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void shouldPlanTheSameWhenEventsComeShuffledAndRepeated(long seed) throws Exception {
        var history = History.of(seed, 6, 8);
        tellInOrder(history);

        var random = new Random(seed);
        var steps = steps(history, shuffled, random);
        Collections.shuffle(steps, random);
        for (var step : steps) {
            step.call();
        }

        assertThat(plan(shuffled)).isNotEmpty().isEqualTo(plan(inOrder));
    }

    @Test
    void shouldPlanTheSameWhenAllTopicsAreConsumedAtOnceByManyThreads() throws Exception {
        var history = History.of(99, 12, 25);
        tellInOrder(history);

        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (var done : threads.invokeAll(steps(history, shuffled, new Random(99)))) {
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
