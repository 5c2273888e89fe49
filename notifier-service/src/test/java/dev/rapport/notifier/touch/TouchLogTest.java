package dev.rapport.notifier.touch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionEvent.InteractionRetracted;
import dev.rapport.events.InteractionKind;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Told;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is left of an interaction's life depends on its highest revision alone, in whatever order it is told. */
@NotifierTest
class TouchLogTest {

    private static final UUID ANNA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final String workspace = "w-" + UUID.randomUUID();

    @Inject
    TouchLog touches;

    @Inject
    DataSource database;

    @Test
    void shouldEndTheSameInEveryOrderInWhichALifeIsTold() throws SQLException {
        // Given recorded, moved, retracted, restored and corrected: every order of it, each of an interaction of its
        // own
        var orders = permutations(List.of(0, 1, 2, 3, 4, 5));
        var lives = orders.stream().map(order -> life(UUID.randomUUID())).toList();

        // When the first event of all, then the second of all are told, some of them twice
        for (int step = 0; step < 6; step++) {
            var batch = new ArrayList<InteractionEvent>();
            for (int i = 0; i < orders.size(); i++) {
                batch.add(lives.get(i).get(orders.get(i).get(step)));
                if (i % 3 == 0) {
                    batch.add(lives.get(i).get(orders.get(i).get(step / 2)));
                }
            }
            apply(batch);
        }

        // Then
        assertThat(counting()).hasSize(orders.size()).containsOnly(BEN + " " + START.plusSeconds(5));
    }

    @Test
    void shouldEndTheSameWhenALifeIsToldAtOnce() throws SQLException {
        var random = new Random(7);
        for (int i = 0; i < 50; i++) {
            var life = new ArrayList<>(life(UUID.randomUUID()));
            life.addAll(life.subList(0, random.nextInt(6)));
            Collections.shuffle(life, random);
            apply(life);
        }

        assertThat(counting()).hasSize(50).containsOnly(BEN + " " + START.plusSeconds(5));
    }

    @Test
    void shouldCountNothingWhenTheRetractionIsOfTheSameRevisionAndContact() throws SQLException {
        for (var both : List.of(List.of(0, 1), List.of(1, 0))) {
            var id = UUID.randomUUID();
            var facts = List.of(recorded(id, ANNA, 3), retracted(id, ANNA, 3));
            for (int fact : both) {
                apply(List.of(facts.get(fact)));
            }
        }

        assertThat(counting()).isEmpty();
    }

    /** It moves from Anna to Ben in the second revision, is taken back in the third, is back in the fourth, and so on. */
    private static List<InteractionEvent> life(UUID id) {
        return List.of(
                recorded(id, ANNA, 1),
                retracted(id, ANNA, 2),
                recorded(id, BEN, 2),
                retracted(id, BEN, 3),
                recorded(id, BEN, 4),
                recorded(id, BEN, 5));
    }

    private static InteractionRecorded recorded(UUID id, UUID contact, long revision) {
        return new InteractionRecorded(
                id,
                contact,
                "alex",
                InteractionKind.CALL,
                Direction.OUTBOUND,
                START.plusSeconds(revision),
                START,
                null,
                null,
                null,
                revision,
                null);
    }

    private static InteractionRetracted retracted(UUID id, UUID contact, long revision) {
        return new InteractionRetracted(
                id, contact, "alex", InteractionKind.CALL, Direction.OUTBOUND, START, START, revision);
    }

    private static List<List<Integer>> permutations(List<Integer> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (var first : of) {
            var rest = new ArrayList<>(of);
            rest.remove(first);
            for (var order : permutations(rest)) {
                var whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                all.add(whole);
            }
        }
        return all;
    }

    private void apply(List<? extends InteractionEvent> facts) throws SQLException {
        try (var transaction = database.getConnection()) {
            touches.apply(
                    transaction,
                    facts.stream()
                            .map(fact -> Told.<InteractionEvent>event(workspace, fact))
                            .toList());
        }
    }

    private List<String> counting() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select contact_id, occurred_at from touch where workspace_id = ? and not retracted")) {
            select.setString(1, workspace);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1) + " " + rows.getTimestamp(2).toInstant());
                }
                return found;
            }
        }
    }
}
