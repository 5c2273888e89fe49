package dev.rapport.notifier.planning;

import static dev.rapport.notifier.planning.ReminderState.DISMISSED;
import static dev.rapport.notifier.planning.ReminderState.DONE;
import static dev.rapport.notifier.planning.ReminderState.DUE;
import static dev.rapport.notifier.planning.ReminderState.RESOLVED;
import static dev.rapport.notifier.planning.ReminderState.SCHEDULED;
import static dev.rapport.notifier.planning.ReminderState.SNOOZED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.Reconciliation.Update;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ReconciliationTest {

    private static final Instant NOW = Instant.parse("2026-06-01T07:30:00Z");
    private static final Instant PAST = NOW.minusSeconds(60);
    private static final Instant AHEAD = NOW.plusSeconds(60);

    @Example
    void shouldInsertWhatIsMissingAndLeaveWhatIsRight() {
        assertThat(reconcile(planned("a", AHEAD)).inserts()).containsExactly(planned("a", AHEAD));
        assertThat(reconcile(planned("a", AHEAD), stored(1, "a", SCHEDULED, AHEAD)))
                .isEqualTo(nothing());
        assertThat(reconcile(planned("a", PAST), stored(1, "a", DUE, PAST))).isEqualTo(nothing());
    }

    @Example
    void shouldMoveAScheduledReminderAndReuseItForANewCause() {
        var moved = reconcile(planned("a", AHEAD), stored(1, "a", SCHEDULED, PAST));
        var reused = reconcile(planned("b", AHEAD), stored(1, "a", SCHEDULED, PAST));

        assertThat(moved.updates()).containsExactly(new Update(id(1), planned("a", AHEAD), true));
        assertThat(reused.updates()).containsExactly(new Update(id(1), planned("b", AHEAD), true));
        assertThat(reused.inserts()).isEmpty();
    }

    @Example
    void shouldResolveWhatTheMemberWasToldOfWhenItsCauseIsGone() {
        var changes = reconcile(planned("b", AHEAD), stored(1, "a", DUE, PAST), stored(2, "c", SNOOZED, PAST));

        assertThat(changes.resolves()).containsExactly(id(1), id(2));
        assertThat(changes.inserts()).containsExactly(planned("b", AHEAD));
        assertThat(reconcile(null, stored(1, "a", DUE, PAST)).resolves()).containsExactly(id(1));
        assertThat(reconcile(null, stored(1, "a", SCHEDULED, AHEAD)).deletes()).containsExactly(id(1));
    }

    @Example
    void shouldSendADueReminderBackToWaitingOnlyWhenItsTimeMovedAhead() {
        var ahead = reconcile(planned("a", AHEAD), stored(1, "a", DUE, PAST));
        var stillPast = reconcile(planned("a", PAST.minusSeconds(9)), stored(1, "a", SNOOZED, PAST));
        var clockWentBack = reconcile(planned("a", AHEAD), stored(1, "a", DUE, AHEAD));

        assertThat(ahead.updates()).extracting(Update::rescheduled).containsExactly(true);
        assertThat(stillPast.updates()).extracting(Update::rescheduled).containsExactly(false);
        assertThat(clockWentBack).isEqualTo(nothing());
    }

    @Example
    void shouldReopenAResolvedReminderAndLeaveAClosedOneClosed() {
        assertThat(reconcile(planned("a", PAST), stored(1, "a", RESOLVED, PAST)).updates())
                .containsExactly(new Update(id(1), planned("a", PAST), true));
        assertThat(reconcile(planned("a", AHEAD), stored(1, "a", DONE, PAST))).isEqualTo(nothing());
        assertThat(reconcile(planned("a", AHEAD), stored(1, "a", DISMISSED, PAST)))
                .isEqualTo(nothing());
    }

    /** Whatever is stored: afterwards at most one is open, causes are unique, and a second run changes nothing. */
    @Property(tries = 3000)
    void shouldLeaveAtMostOneOpenReminderAndSettleAtOnce(
            @ForAll @Size(max = 5) List<@IntRange(max = 5) Integer> states,
            @ForAll @IntRange(max = 6) int wanted,
            @ForAll boolean past,
            @ForAll boolean told) {
        var rows = new LinkedHashMap<UUID, StoredReminder>();
        IntStream.range(0, states.size())
                .mapToObj(i -> row(i, "cause" + i, ReminderState.values()[states.get(i)], PAST, told))
                .forEach(row -> rows.put(row.id(), row));
        var plan = plan(wanted == 6 ? null : planned("cause" + wanted, past ? PAST : AHEAD));

        apply(Reconciliation.of(plan, List.copyOf(rows.values()), NOW), rows);

        assertThat(rows.values().stream().filter(row -> row.state().isOpen()).count())
                .isLessThanOrEqualTo(plan.reminders().size());
        assertThat(rows.values()).extracting(StoredReminder::cause).doesNotHaveDuplicates();
        assertThat(Reconciliation.of(plan, List.copyOf(rows.values()), NOW)).isEqualTo(nothing());
    }

    private static void apply(Reconciliation changes, LinkedHashMap<UUID, StoredReminder> rows) {
        changes.deletes().forEach(rows::remove);
        changes.resolves().forEach(id -> rows.computeIfPresent(id, (key, row) -> with(row, RESOLVED)));
        changes.updates()
                .forEach(update -> rows.computeIfPresent(
                        update.id(),
                        (key, row) -> new StoredReminder(
                                key,
                                row.kind(),
                                update.planned().cause(),
                                update.rescheduled() ? SCHEDULED : row.state(),
                                update.planned().dueAt(),
                                update.planned().latestAt(),
                                update.planned().reason(),
                                row.told())));
        changes.inserts()
                .forEach(planned -> rows.put(id(99), row(99, planned.cause(), SCHEDULED, planned.dueAt(), false)));
    }

    private static StoredReminder with(StoredReminder row, ReminderState state) {
        return row(row.id().getLeastSignificantBits(), row.cause(), state, row.dueAt(), row.told());
    }

    private static Reconciliation reconcile(PlannedReminder planned, StoredReminder... rows) {
        return Reconciliation.of(plan(planned), List.of(rows), NOW);
    }

    private static ReminderPlan plan(PlannedReminder planned) {
        return planned == null ? ReminderPlan.NONE : new ReminderPlan(List.of(planned));
    }

    private static PlannedReminder planned(String cause, Instant dueAt) {
        return new PlannedReminder(ReminderKind.DRIFTING, cause, dueAt, Optional.empty(), "why");
    }

    private static StoredReminder stored(long id, String cause, ReminderState state, Instant dueAt) {
        return row(id, cause, state, dueAt, state != SCHEDULED);
    }

    private static StoredReminder row(long id, String cause, ReminderState state, Instant dueAt, boolean told) {
        return new StoredReminder(id(id), ReminderKind.DRIFTING, cause, state, dueAt, Optional.empty(), "why", told);
    }

    private static UUID id(long id) {
        return new UUID(0, id);
    }

    private static Reconciliation nothing() {
        return new Reconciliation(List.of(), List.of(), List.of(), List.of());
    }
}
