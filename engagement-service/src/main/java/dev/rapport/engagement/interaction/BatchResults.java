package dev.rapport.engagement.interaction;

import dev.rapport.api.problem.Problem;
import dev.rapport.engagement.interaction.Recorded.Outcome;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of each item of a batch.
 *
 * @param accepted how many were stored now
 * @param duplicates how many were there before, by their source and external id, and are unchanged
 * @param updated how many were there before and are now what their source tells
 * @param rejected how many are not valid
 */
@Schema(description = "One result per item, in the order of the items.")
record BatchResults(int accepted, int duplicates, int updated, int rejected, List<Result> results) {

    /**
     * What became of one item.
     *
     * @param status 201 stored, 200 was there before, 400 not valid
     * @param updated whether what was there before has changed
     */
    @Schema(name = "InteractionResult")
    record Result(int index, int status, UUID id, Boolean matched, Boolean updated, Problem problem) {

        static Result of(int index, Recorded recorded) {
            var interaction = recorded.interaction();
            var updated = recorded.status() == 201 ? null : Boolean.valueOf(recorded.outcome() == Outcome.UPDATED);
            return new Result(index, recorded.status(), interaction.id(), interaction.isMatched(), updated, null);
        }

        static Result rejected(int index, Problem problem) {
            return new Result(index, problem.status(), null, null, null, problem);
        }
    }

    static BatchResults of(List<Result> results) {
        int accepted = count(results, r -> r.status == 201);
        int updated = count(results, r -> Boolean.TRUE.equals(r.updated));
        int duplicates = count(results, r -> Boolean.FALSE.equals(r.updated));
        int rejected = results.size() - accepted - duplicates - updated;
        return new BatchResults(accepted, duplicates, updated, rejected, results);
    }

    private static int count(List<Result> results, Predicate<Result> which) {
        return (int) results.stream().filter(which).count();
    }
}
