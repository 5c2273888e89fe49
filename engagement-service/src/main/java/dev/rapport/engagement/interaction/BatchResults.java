package dev.rapport.engagement.interaction;

import dev.rapport.api.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of each item of a batch.
 *
 * @param accepted how many were stored now
 * @param duplicates how many were there before, by their source and external id
 * @param rejected how many are not valid
 */
@Schema(description = "One result per item, in the order of the items.")
record BatchResults(int accepted, int duplicates, int rejected, List<Result> results) {

    /**
     * What became of one item.
     *
     * @param status 201 stored, 200 was there before, 400 not valid
     */
    @Schema(name = "InteractionResult")
    record Result(int index, int status, UUID id, Boolean matched, Problem problem) {

        static Result of(int index, Recorded recorded) {
            var interaction = recorded.interaction();
            return new Result(index, recorded.status(), interaction.id(), interaction.isMatched(), null);
        }

        static Result rejected(int index, Problem problem) {
            return new Result(index, problem.status(), null, null, problem);
        }
    }

    static BatchResults of(List<Result> results) {
        int accepted = (int) results.stream().filter(r -> r.status == 201).count();
        int duplicates = (int) results.stream().filter(r -> r.status == 200).count();
        return new BatchResults(accepted, duplicates, results.size() - accepted - duplicates, results);
    }
}
