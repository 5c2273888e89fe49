package dev.rapport.notifier.reminder;

import dev.rapport.api.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each item of a batch. */
@Schema(name = "ReminderResults", description = "One result per item, in the order of the items.")
record ManualResults(int accepted, int rejected, List<Result> results) {

    /**
     * What became of one item.
     *
     * @param status 201 set; 400 not valid; 404 the contact is not one of the member's
     */
    @Schema(name = "ReminderResult")
    record Result(int index, int status, UUID id, Problem problem) {

        static Result set(int index, UUID id) {
            return new Result(index, 201, id, null);
        }

        static Result rejected(int index, Problem problem) {
            return new Result(index, problem.status(), null, problem);
        }
    }

    static ManualResults of(List<Result> results) {
        int accepted = (int)
                results.stream().filter(result -> result.problem() == null).count();
        return new ManualResults(accepted, results.size() - accepted, results);
    }
}
