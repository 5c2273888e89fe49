package dev.rapport.notifier.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The changes that turn a contact's stored reminders into its planned ones. Applied in the order of the components, no two
 * open reminders of one kind exist at any time.
 *
 * @param deletes reminders that nobody has seen and nothing wants any more
 * @param resolves reminders that the member was told of and that took care of themselves
 * @param updates reminders that stay or come back, with what they say now
 * @param inserts new ones
 */
public record Reconciliation(
        List<UUID> deletes, List<UUID> resolves, List<Update> updates, List<PlannedReminder> inserts) {

    /**
     * A stored reminder's new content.
     *
     * @param rescheduled whether it is scheduled anew, for its new due time; else it keeps its state
     */
    public record Update(UUID id, PlannedReminder planned, boolean rescheduled) {}

    /**
     * Compares plan and store.
     *
     * @param now decides only whether a reminder already told goes back to waiting because its due time moved ahead
     */
    public static Reconciliation of(ReminderPlan plan, List<StoredReminder> stored, Instant now) {
        var changes = new Reconciliation(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var kind : ReminderPlan.KINDS) {
            var planned = plan.reminders().stream()
                    .filter(reminder -> reminder.kind() == kind)
                    .toList();
            var rows = new ArrayList<>(
                    stored.stream().filter(row -> row.kind() == kind).toList());
            var others = planned.stream()
                    .filter(reminder ->
                            !changes.keep(reminder, rows, row -> row.cause().equals(reminder.cause()), now))
                    .toList();
            others.stream()
                    .filter(reminder -> !changes.keep(reminder, rows, StoredReminder::isReusable, now))
                    .forEach(changes.inserts::add);
            rows.forEach(changes::drop);
        }
        return changes;
    }

    /** Takes the first such row for a planned reminder, if there is one. */
    private boolean keep(
            PlannedReminder planned, List<StoredReminder> rows, Predicate<StoredReminder> such, Instant now) {
        var row = rows.stream().filter(such).findFirst();
        row.ifPresent(it -> {
            rows.remove(it);
            keep(it, planned, now);
        });
        return row.isPresent();
    }

    private void keep(StoredReminder row, PlannedReminder planned, Instant now) {
        if (row.state() == ReminderState.RESOLVED) {
            // What had resolved it was retracted.
            updates.add(new Update(row.id(), planned, true));
        } else if (row.state().isOpen() && !row.shows(planned)) {
            var moved = !Objects.equals(row.dueAt(), planned.dueAt());
            var waits =
                    row.state() == ReminderState.SCHEDULED || planned.dueAt().isAfter(now);
            updates.add(new Update(row.id(), planned, moved && waits));
        }
    }

    private void drop(StoredReminder row) {
        if (row.isReusable()) {
            deletes.add(row.id());
        } else if (row.state().isOpen()) {
            resolves.add(row.id());
        }
    }
}
