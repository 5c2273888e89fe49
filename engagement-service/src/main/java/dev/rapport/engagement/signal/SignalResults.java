package dev.rapport.engagement.signal;

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
record SignalResults(int accepted, int duplicates, int rejected, List<Result> results) {

    /**
     * What became of one item.
     *
     * @param status 201 stored, 200 was there before, 400 not valid
     * @param sameAs the signal that stands for it, when likeness found it told before
     */
    @Schema(name = "SignalResult")
    record Result(int index, int status, UUID id, Boolean matched, UUID sameAs, Problem problem) {

        static Result of(int index, RecordedSignal recorded) {
            var signal = recorded.signal();
            return new Result(index, recorded.status(), signal.id(), signal.isMatched(), signal.sameAs(), null);
        }

        static Result rejected(int index, Problem problem) {
            return new Result(index, problem.status(), null, null, null, problem);
        }
    }

    static SignalResults of(List<Result> results) {
        int accepted = (int) results.stream().filter(r -> r.status == 201).count();
        int duplicates = (int) results.stream().filter(r -> r.status == 200).count();
        return new SignalResults(accepted, duplicates, results.size() - accepted - duplicates, results);
    }
}
