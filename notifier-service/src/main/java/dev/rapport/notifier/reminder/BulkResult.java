package dev.rapport.notifier.reminder;

import dev.rapport.api.problem.Problem;
import dev.rapport.notifier.planning.ReminderState;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an action on many reminders.
 *
 * @param accepted how many are now as the action says
 * @param rejected how many are as they were
 */
@Schema(name = "ReminderBulkResult")
record BulkResult(
        int accepted,
        int rejected,

        @Schema(description = "One per id, in the order of the ids.")
        List<Item> results) {

    /**
     * What became of one reminder.
     *
     * @param status what a request about this one alone would have answered
     * @param state of the reminder now; absent when nothing was done
     * @param problem why nothing was done
     */
    @Schema(name = "ReminderBulkItem")
    record Item(UUID id, @Schema(examples = "200") int status, ReminderState state, Problem problem) {

        static Item of(ReminderView reminder) {
            return new Item(reminder.id(), 200, reminder.state(), null);
        }

        static Item rejected(UUID id, Problem problem) {
            return new Item(id, problem.status(), null, problem);
        }
    }

    static BulkResult of(List<Item> results) {
        int accepted =
                (int) results.stream().filter(item -> item.problem() == null).count();
        return new BulkResult(accepted, results.size() - accepted, List.copyOf(results));
    }
}
